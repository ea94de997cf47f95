import { beforeAll } from 'vitest'
import { screensOf, theChromium } from '../browser.js'
import { newWorld, type World } from '../world.js'
import { Colleague } from './colleague.js'

export interface OpenHouse {
  world: World
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
  const screens = screensOf(world)
  beforeAll(() => letTheTermBeNow(world))

  const at = async (person: string | null, width: number, script = true) => {
    const page = await (await screens.windowOf(person, { width, javaScriptEnabled: script })).newPage()
    page.setDefaultTimeout(25_000)
    return new Colleague(page, script)
  }
  return {
    world,
    somebody: (width, script) => at(null, width, script),
    as: at,
    async whatEverybodySees() {
      const pages = (await theChromium()).contexts().flatMap(window => window.pages())
      return (
        await Promise.all(pages.map(async page => `${page.url()}\n${await page.locator('body').ariaSnapshot()}`))
      ).join('\n\n')
    },
  }
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
