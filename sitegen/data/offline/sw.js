// Offline copy of this site. Registered by luring.html, and only after the reader asked for it (Service Workers, W3C).
// The network comes first; after three seconds, or without one, the copy answers. Whenever a page came from the
// network, the copy follows the site's manifest: what changed is fetched anew, what is gone is dropped.
const MANIFEST = 'sitegen-manifest.json', WAIT = 3000, SOON = 600000, AT_ONCE = 4;
const scope = new URL(self.registration.scope), store = 'luring ' + scope.pathname;
let looked = 0;

const at = path => new URL(path.split('/').map(encodeURIComponent).join('/'), scope).href;
const bare = url => { const it = new URL(url); it.search = it.hash = ''; if (it.pathname.endsWith('/')) it.pathname += 'index.html'; return it.href; };
// Some hosts drop ".html" by a redirect. Browsers refuse such an answer from a copy, so its bytes are kept as they are.
const plain = answer => answer.redirected ? new Response(answer.body, {headers: answer.headers}) : answer;
const copyOf = async (cache, url) => await cache.match(url) || cache.match(url + '.html');
const apart = /*apart*/[], large = /*large*/0;
const wanted = ([path, [, size]]) => path[0] !== '.' && !apart.includes(path) && !(size > large && /^unduhan\//.test(path));

async function listed(response) {
  const files = (await response.clone().json()).files;
  return new Map(Object.entries(files).filter(wanted).map(([path, [sum]]) => [at(path), sum]));
}

async function renew(tell) {
  const cache = await caches.open(store);
  const fresh = await fetch(at(MANIFEST), {cache: 'no-cache'});
  if (!fresh.ok) throw new Error(fresh.status);
  const kept = await cache.match(at(MANIFEST)), now = await listed(fresh), was = kept ? await listed(kept) : new Map();
  for (const url of was.keys()) if (!now.has(url)) await cache.delete(url);
  const missing = [];
  for (const [url, sum] of now) if (was.get(url) !== sum || !await cache.match(url)) missing.push(url);
  let done = 0;
  const work = async () => {
    for (let url; (url = missing.pop());) {
      const answer = await fetch(url, {cache: 'no-cache'});
      if (!answer.ok) throw new Error(answer.status);
      await cache.put(url, plain(answer));
      if (tell) tell(++done, done + missing.length);
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, work));
  await cache.put(at(MANIFEST), fresh);
}

async function answer(event) {
  const url = bare(event.request.url), cache = await caches.open(store);
  const network = fetch(event.request).then(response => {
    if (event.request.mode === 'navigate' && response.ok && Date.now() - looked > SOON) {
      looked = Date.now();
      event.waitUntil(renew().catch(() => { looked = 0; }));
    }
    return response;
  });
  const late = new Promise(resolve => setTimeout(resolve, WAIT)).then(() => copyOf(cache, url));
  network.catch(() => {});
  try {
    return await Promise.race([network, late]) || await network;
  } catch (error) {
    const copy = await copyOf(cache, url);
    if (copy) return copy;
    throw error;
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope.href)) event.respondWith(answer(event));
});
self.addEventListener('message', event => {
  const port = event.ports[0];
  event.waitUntil(renew((done, of) => port.postMessage({done, of})).then(
    () => port.postMessage({ready: true}), error => port.postMessage({failed: String(error)})));
});
