import { readAhead } from './check-here';

/** The worker keeps this page for times without network; it has a say in nothing outside of it. */
const [WORKER, SCOPE] = ['/verify-worker.js', '/verify'];

/** Makes the page work without network from now on: code, keys, and the page itself. */
export async function prepareForOffline(): Promise<void> {
  // What is loaded late must be there before the network goes.
  await Promise.all([import('./verifier'), import('jsqr'), readAhead()]);
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const worker = registration.active ?? registration.installing ?? registration.waiting;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  worker?.postMessage({ keep: [...new Set(loaded)].filter((url) => url.startsWith(location.origin)) });
}
