import type { BrowserContext, Page } from 'playwright-core'
import { screensOf, signIn } from '../browser.js'
import type { World } from '../world.js'

/** Phones of the cast, before a workbench that can be made to answer otherwise for one test. */
export function phonesOf(world: World) {
  const screens = screensOf(world)
  return {
    screens,
    phoneOf: (person: string): Promise<BrowserContext> => screens.windowOf(person, { width: 390 }),
    signIn: (phone: BrowserContext, person: string) => signIn(phone, world.as(person).cookie, screens.address),
    /** A page that knows its person, with the log page kept for later. */
    async readyPage(phone: BrowserContext, at = '/log'): Promise<Page> {
      const page = await phone.newPage()
      await page.goto(at)
      await page.waitForSelector('html[data-captures="ready"]')
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
      return page
    },
  }
}

/** Words of a line in the queue; what is said aloud repeats them. */
export const inQueue = (page: Page, words: string) => page.locator('.queue-state', { hasText: words })

/** Everything that the browser keeps for this site, as one text. */
export async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const decoder = new TextDecoder('latin1')
    const inText = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return decoder.decode(value)
      if (typeof value !== 'object' || value === null) return String(value)
      return Object.entries(value)
        .map(([name, one]) => `${name}=${inText(one)}`)
        .join(';')
    }
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error!)
      })
    for (const { name } of await indexedDB.databases()) {
      const opened = await asked(indexedDB.open(name!))
      for (const store of opened.objectStoreNames)
        parts.push(inText((await asked(opened.transaction(store).objectStore(store).getAll())) as unknown))
      opened.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const kept = await cache.match(request)
        if (kept?.headers.get('content-type')?.includes('html')) parts.push(await kept.text())
      }
    }
    return parts.join('\n')
  })
}
