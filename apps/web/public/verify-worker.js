// Keeps the page of verification for times without network. Scope: /verify. Code goes by names made of its content, so what is kept is
// right; page and status lists are asked of the network first. Nothing that is checked passes here.
const STORE = 'hz-verify-1';
const CODE = /^\/assets\//;
// Lists say themselves, under a signature, as of when they are. Keys do not, so they are never given out of the store as if they were new.
const OTHERS = /^\/(?:boot\.js$|favicon\.svg$|status-lists\/)/;
const PAGE = '/verify';

self.addEventListener('install', (event) => {
  event.waitUntil(keep([PAGE, '/boot.js', '/favicon.svg']).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const urls = Array.isArray(event.data && event.data.keep) ? event.data.keep : [];
  event.waitUntil(keep(urls.filter((url) => CODE.test(new URL(url).pathname))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(networkFirst(request, PAGE));
  else if (CODE.test(url.pathname)) event.respondWith(keptFirst(request));
  else if (OTHERS.test(url.pathname)) event.respondWith(networkFirst(request, request.url));
});

async function keep(urls) {
  const store = await caches.open(STORE);
  await Promise.all(
    urls.map(async (url) => {
      if (await store.match(url)) return;
      const answer = await fetch(url, { credentials: 'omit' }).catch(() => null);
      if (answer !== null && answer.ok) await store.put(url, answer);
    }),
  );
}

async function keptFirst(request) {
  const store = await caches.open(STORE);
  const kept = await store.match(request.url);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await store.put(request.url, answer.clone());
  return answer;
}

async function networkFirst(request, name) {
  const store = await caches.open(STORE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await store.put(name, answer.clone());
    return answer;
  } catch (error) {
    const kept = await store.match(name);
    if (kept === undefined) throw error;
    return kept;
  }
}
