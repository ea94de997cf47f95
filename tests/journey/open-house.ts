import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openChromium } from '../chromium.js'
import { newWorld, type World } from '../world.js'
import { Colleague } from './colleague.js'

export interface OpenHouse {
  world: World
  address: string
  /** Somebody at a screen of this width, not signed in. */
  somebody(width: number, script?: boolean): Promise<Colleague>
  /** Somebody of the cast at a screen, signed in already. */
  as(person: string, width: number, script?: boolean): Promise<Colleague>
  /** Where everybody stands and what they have before them, for whoever has to find out why a journey ended early. */
  whatEverybodySees(): Promise<string>
}

/** The whole house behind a real address with a real browser before it, and a term that is going on today. */
export function openHouse(): OpenHouse {
  const world = newWorld()
  let browser: Browser
  let server: Server

  beforeAll(async () => {
    await letTheTermBeNow(world)
    server = createServer()
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    house.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', world.anew({ baseUrl: house.address }))
    browser = await openChromium()
  })

  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    server?.close()
  })

  const house: OpenHouse = {
    world,
    address: '',
    async somebody(width, script = true) {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        hasTouch: width < 500,
        javaScriptEnabled: script,
        baseURL: house.address,
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.setDefaultTimeout(25_000)
      return new Colleague(page, script)
    },
    async as(person, width, script = true) {
      const colleague = await house.somebody(width, script)
      const [name, value] = world.as(person).cookie.split('=') as [string, string]
      await colleague.page.context().addCookies([{ name, value, url: house.address }])
      return colleague
    },
    async whatEverybodySees() {
      const pages = browser.contexts().flatMap(context => context.pages())
      return (
        await Promise.all(pages.map(async page => `${page.url()}\n${await page.locator('body').ariaSnapshot()}`))
      ).join('\n\n')
    },
  }
  return house
}

/** Reports go by term. The tests are run on any day, so the cast’s newest term is moved around it. */
async function letTheTermBeNow({ db }: World): Promise<void> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await db
    .updateTable('terms')
    .set({ startsOn: inDays(-80), endsOn: inDays(30) })
    .where('slug', '=', 'autumn-2026')
    .execute()
}
