import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../../src/root.js'
import { breaksOn, inOrder, unfold, violationsOf } from '../axe.js'
import { isWiderThanItsScreen, signIn, windowsForThisFile } from '../browser.js'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { arrange, type Visit, visits } from './one-page-of-each-kind.js'
import { standingOn } from './standing-on.js'

// Only listened to, so that a view which nobody visits is known by its name: everything is shown as it always is.
const shown = vi.hoisted(() => new Array<string>())
vi.mock(import('../../src/web/show.js'), async original => {
  const real = await original()
  return { ...real, show: (res, name, page) => (shown.push(name), real.show(res, name, page)) }
})

const [desk, phone] = [1280, 390]
const widths = [desk, phone]

const windows = windowsForThisFile()
let demo: DemoHouse

beforeAll(async () => {
  demo = await openDemo()
  await arrange(demo)
})
afterAll(() => demo.close())

test.each(Object.keys(visits))(
  'nothing is in the way of anybody on the pages that %s opens',
  async person => {
    const context = await windows.open({ baseURL: demo.address })
    if (person !== 'a stranger') await signIn(context, await demo.signInAs(person), demo.address)
    const page = await context.newPage()
    const trouble: string[] = []
    for (const visit of visits[person as keyof typeof visits]()) {
      trouble.push(...(await troubleOn(page, visit)).map(one => `${visit.to}: ${one}`))
    }
    await context.close()
    expect(trouble).toEqual([])
  },
  900_000,
)

test('setting up is asked of the first person only, and its page is no exception', async () => {
  await demo.house.db.updateTable('people').set({ administratorSince: null }).execute()
  const context = await windows.open({ baseURL: demo.address })
  expect(await troubleOn(await context.newPage(), { to: '/setup' })).toEqual([])
})

test('no kind of page has been forgotten', () => {
  const views = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\/[^_/]+\.ejs$/.test(file))
    .map(file => file.replace(/\.ejs$/, ''))
  expect(views.filter(view => !shown.includes(view)).sort()).toEqual([])
})

async function troubleOn(page: Page, visit: Visit): Promise<string[]> {
  const status = await open(page, visit)
  const trouble = status === (visit.status ?? 200) ? [] : [`answered ${status}`]
  if ((await page.title()).trim() === '') trouble.push('has no title')
  const headlines = await page.locator('h1').count()
  if (headlines !== 1) trouble.push(`has ${headlines} headings of the first level`)
  const twice = await page.locator('form[method="post"]:not([enctype]):not(:has([name="once"]))').count()
  if (twice > 0) trouble.push(`has ${twice} forms that act twice when they are sent twice`)
  trouble.push(...(await lostOn(page)))
  let isNew = areNew([`the view ${shown.at(-1)}`])
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    // What is folded is looked at with everything else, as though somebody had opened all of it.
    await unfold(page)
    if (await isWiderThanItsScreen(page)) trouble.push(`scrolls sideways at ${width}`)
    const { elements, waysOfWords } = await standingOn(page)
    const all = areNew(elements) || (isNew && width === desk)
    isNew ||= all
    const found = await violationsOf(page, {
      rules: all ? 'all' : isNew ? 'by width' : 'none',
      contrast: areNew(waysOfWords),
    })
    trouble.push(...found.map(one => `${one} at ${width}`))
    if (all && width === desk) trouble.push(...(await breaksOn(page, inOrder)))
    if (width === phone) trouble.push(...(await buriedOn(page)))
  }
  return trouble
}

/** In a group or network, where one is, said once on the first level and at most once on the second; and by what name. */
async function lostOn(page: Page): Promise<string[]> {
  const place = await page.evaluate(() => {
    const count = (selector: string) => document.querySelectorAll(selector).length
    return {
      isThere: count('.place') === 1,
      first: count('.ways-first [aria-current], .place-people[aria-current]'),
      second: count('.ways-second [aria-current]'),
      hasSecond: count('.ways-second') === 1,
      // A document that is shown whole wears its own title, on its own title page.
      name: document.querySelector('h1:not(.document h1)')?.textContent.trim() ?? '',
      question: document.querySelector('.place-question, .question-large')?.textContent.trim() ?? null,
    }
  })
  if (!place.isThere) return []
  return [
    ...(place.first === 1 ? [] : [`marks ${place.first} parts of its group or network`]),
    ...(place.second === (place.hasSecond ? 1 : 0) ? [] : [`marks ${place.second} places of the part that is open`]),
    ...(place.name === place.question ? ['has the question for its own name'] : []),
  ]
}

/** On a phone the page's own heading begins in the first 200 px, unless there is news of a deed over it. */
async function buriedOn(page: Page): Promise<string[]> {
  // A window that has just become narrow is laid out anew with the next frames only.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const top = await page.evaluate(() => {
    const strip = document.querySelector('.demo-strip')?.getBoundingClientRect().height ?? 0
    const heading = document.querySelector('.place ~ main h1:not(.document h1)')
    const before = document.querySelector('.govuk-error-summary, .flash')
    return heading && !before ? Math.round(heading.getBoundingClientRect().top + window.scrollY - strip) : 0
  })
  return top <= 200 ? [] : [`begins at ${top} on a phone`]
}

const seen = new Set<string>()

/**
 * Whether one of them has not been seen before; now they have. Axe looks at each view, and at each page on which an
 * element of a class or role is there, or is seen, that was not on any page before; at such a page it measures narrow too.
 * Whether words stand out it asks wherever, at either width, they stand in a way in which none stood before.
 */
function areNew(things: string[]): boolean {
  const before = seen.size
  for (const one of things) seen.add(one)
  return seen.size > before
}

async function open(page: Page, { to, sends, leadsTo = to, cookie }: Visit): Promise<number> {
  if (cookie) await page.context().addCookies([{ name: cookie[0], value: cookie[1], url: demo.address }])
  if (!sends) return (await page.goto(to))!.status()
  await page.goto('/about')
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.request().isNavigationRequest() && response.status() !== 303),
    page.evaluate(
      ([action, fields]) => {
        const form = document.createElement('form')
        Object.assign(form, { method: 'post', action })
        for (const [name, value] of fields) {
          form.append(Object.assign(document.createElement('textarea'), { name, value }))
        }
        document.body.append(form)
        form.submit()
      },
      [to, Object.entries(sends)] as const,
    ),
  ])
  await page.waitForURL(url => url.pathname === leadsTo)
  return answer.status()
}
