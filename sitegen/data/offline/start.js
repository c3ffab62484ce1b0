// The buttons of luring.html. Nothing is fetched or stored before the reader asks for it: the first press names the
// size, the second one saves, and one press removes all of it.
{
  const box = document.getElementById('_luring'), worker = navigator.serviceWorker;
  if (worker && isSecureContext && /^https?:/.test(location.protocol)) {
    const [save, drop] = box.querySelectorAll('button'), says = box.querySelector('[role=status]'), words = box.dataset;
    const root = new URL(words.root || './', location.href), store = 'luring ' + root.pathname;
    const apart = /*apart*/[], large = /*large*/0;
    const wanted = ([path, [, size]]) => path[0] !== '.' && !apart.includes(path) && !(size > large && /^unduhan\//.test(path));
    let size = '';
    const measured = async () => {
      const files = (await (await fetch(new URL('sitegen-manifest.json', root))).json()).files;
      const bytes = Object.entries(files).filter(wanted).reduce((sum, [, [, size]]) => sum + size, 0);
      const few = {maximumFractionDigits: 1, minimumFractionDigits: 1};
      size = (bytes / 1e6).toLocaleString(document.documentElement.lang, few) + ' MB';
      save.textContent = words.yes.replace('{n}', size);
    };
    const saved = async () => {
      says.textContent = words.busy;
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
      drop.hidden = false;
    };
    save.onclick = async () => {
      save.disabled = true;
      try { await (size ? saved() : measured()); } catch { says.textContent = words.failed; }
      save.disabled = false;
      save.focus();
    };
    drop.onclick = async () => {
      const found = await worker.getRegistration(root);
      if (found) await found.unregister();
      await caches.delete(store);
      drop.hidden = true;
      says.textContent = words.dropped;
      save.focus();
    };
    caches.has(store).then(there => { drop.hidden = !there; });
    box.hidden = false;
  }
}
