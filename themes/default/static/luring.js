// The buttons of luring.html: nothing is stored before the reader asks for it, and one press removes all of it.
(async () => {
  const box = document.getElementById('_luring'), worker = navigator.serviceWorker;
  if (!box || !worker || !isSecureContext || !/^https?:/.test(location.protocol)) return;
  const [save, drop] = box.querySelectorAll('button'), says = box.querySelector('[role=status]'), words = says.dataset;
  const root = new URL(box.dataset.root || './', location.href), store = 'luring ' + root.pathname;
  const wanted = path => !/^(\.|_headers$|404\.html$|og\.png$|robots\.txt$|sitemap\.xml$|sw\.js$)/.test(path);
  const show = async () => {
    const there = await caches.has(store);
    drop.hidden = !there;
    return there;
  };
  try {
    const files = (await (await fetch(new URL('sitegen-manifest.json', root))).json()).files;
    const bytes = Object.keys(files).filter(wanted).reduce((sum, path) => sum + files[path][1], 0);
    save.textContent += ' (' + (bytes / 1e6).toLocaleString(document.documentElement.lang, {maximumFractionDigits: 1, minimumFractionDigits: 1}) + ' MB)';
  } catch { return; }
  box.hidden = false;
  document.getElementById('_tanpa').hidden = true;
  await show();
  save.onclick = async () => {
    save.disabled = true;
    says.textContent = words.busy;
    try {
      await worker.register(new URL('sw.js', root), {scope: root});
      const ready = (await worker.ready).active, line = new MessageChannel();
      await new Promise((resolve, reject) => {
        line.port1.onmessage = ({data}) => {
          if (data.ready) resolve();
          else if (data.failed) reject(new Error(data.failed));
          else says.textContent = words.busy + ' ' + data.done + '/' + data.of;
        };
        ready.postMessage('renew', [line.port2]);
      });
      says.textContent = words.saved;
    } catch { says.textContent = words.failed; }
    save.disabled = false;
    await show();
  };
  drop.onclick = async () => {
    const found = await worker.getRegistration(root);
    if (found) await found.unregister();
    await caches.delete(store);
    await show();
    says.textContent = words.dropped;
    save.focus();
  };
})();
