import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { chromiumPath } from '../finding-chromium.js'
import type { World } from '../world.js'

/** Phones of the cast, with a microphone that hums, and a workbench that can be made to answer otherwise for one test. */
export function phonesOf(world: World) {
  const server = createServer((req, res) => phones.answering(req, res))
  let browser: Browser

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    phones.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    })
  })

  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })

  afterEach(() => {
    phones.answering = world.app
  })

  const phones = {
    address: '',
    answering: world.app as RequestListener,
    server,
    async phoneOf(person: string): Promise<BrowserContext> {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
      await phones.signIn(context, person)
      return context
    },
    async signIn(context: BrowserContext, person: string): Promise<void> {
      const [name, value] = world.as(person).cookie.split('=') as [string, string]
      await context.addCookies([{ name, value, url: phones.address }])
    },
    /** A page that knows its person, with the log page kept for later. */
    async readyPage(context: BrowserContext, at = '/log'): Promise<Page> {
      const page = await context.newPage()
      await page.goto(phones.address + at)
      await page.waitForSelector('html[data-captures="ready"]')
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
      return page
    },
  }
  return phones
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
