/** What this file uses of a service worker, which the types of a page do not know. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Extendable {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  addEventListener(name: 'install' | 'activate', hear: (event: Extendable) => void): void
  addEventListener(name: 'fetch', hear: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

declare const VERSION: string
declare const ASSETS: string[]

const worker = self as unknown as Worker
const shelf = `log-page-${VERSION}`
const page = '/log/without-signal'
const patience = 6000

// Only what is the same for everybody is kept: the look, and the log page with nobody signed in.
worker.addEventListener('install', event => event.waitUntil(keep().then(() => worker.skipWaiting())))

worker.addEventListener('activate', event => event.waitUntil(tidy().then(() => worker.clients.claim())))

worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(opened(request, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(fromShelf(request))
})

async function keep(): Promise<void> {
  const cache = await caches.open(shelf)
  await cache.addAll(ASSETS)
  await cache.put(page, await withoutPerson())
}

/** Without the cookie, so that the page comes as it comes to a stranger. */
async function withoutPerson(): Promise<Response> {
  const answer = await fetch(page, { credentials: 'omit', cache: 'no-store' })
  if (!answer.ok) throw new Error('The log page could not be kept')
  return answer
}

async function tidy(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name)))
}

/** A page as the workbench sends it; without signal, the log page in its place. */
async function opened(request: Request, pathname: string): Promise<Response> {
  const answer = fetch(request)
  try {
    return await (pathname === '/log' ? Promise.race([answer, late()]) : answer)
  } catch (error) {
    answer.catch(() => undefined)
    const kept = await caches.match(page)
    if (!kept) throw error
    return kept
  }
}

function late(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('No answer')), patience))
}

async function fromShelf(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}
