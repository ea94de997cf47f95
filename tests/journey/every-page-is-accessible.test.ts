import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../../src/root.js'
import { bringAxe, violationsOn } from '../axe.js'
import { openChromium } from '../chromium.js'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { arrange, type Visit, visits } from './one-page-of-each-kind.js'

// Only listened to, so that a view which nobody visits is known by its name: everything is shown as it always is.
const shown = vi.hoisted(() => new Set<string>())
vi.mock(import('../../src/web/show.js'), async original => {
  const real = await original()
  return { ...real, show: (res, name, page) => (shown.add(name), real.show(res, name, page)) }
})

const widths = [1280, 390]

let demo: DemoHouse
let browser: Browser
let address: string

beforeAll(async () => {
  demo = await openDemo()
  const at = demo.server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  await arrange(demo)
  browser = await openChromium()
}, 300_000)

afterAll(() => browser?.close())

test.each(Object.keys(visits))(
  'nothing is in the way of anybody on the pages that %s opens',
  async person => {
    const context = await browser.newContext({ baseURL: address, reducedMotion: 'reduce' })
    if (person !== 'a stranger') {
      const [name, value] = (await demo.signInAs(person)).split('=') as [string, string]
      await context.addCookies([{ name, value, url: address }])
    }
    await bringAxe(context)
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
  const context = await browser.newContext({ baseURL: address })
  await bringAxe(context)
  expect(await troubleOn(await context.newPage(), { to: '/setup' })).toEqual([])
})

test('no kind of page has been forgotten', () => {
  const views = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\/[^_/]+\.ejs$/.test(file))
    .map(file => file.replace(/\.ejs$/, ''))
  expect(views.filter(view => !shown.has(view)).sort()).toEqual([])
})

async function troubleOn(page: Page, visit: Visit): Promise<string[]> {
  const status = await open(page, visit)
  const trouble = status === (visit.status ?? 200) ? [] : [`answered ${status}`]
  if ((await page.title()).trim() === '') trouble.push('has no title')
  const headlines = await page.locator('h1').count()
  if (headlines !== 1) trouble.push(`has ${headlines} headings of the first level`)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) trouble.push(`scrolls sideways by ${wide} at ${width}`)
    trouble.push(...(await violationsOn(page)).map(one => `${one} at ${width}`))
  }
  return trouble
}

async function open(page: Page, { to, sends }: Visit): Promise<number> {
  if (!sends) return (await page.goto(to))!.status()
  await page.goto('/about')
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.request().method() === 'POST'),
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
  await page.waitForURL(url => url.pathname === to)
  return answer.status()
}
