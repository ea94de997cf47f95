import { chromium } from 'playwright-core'
import Sqlite from 'better-sqlite3'
import { chromiumPath } from './tests/finding-chromium.js'
const db = new Sqlite('data/demo/demo.db', { readonly: true })
const one = (sql: string) => (db.prepare(sql).get() as { id: string }).id
const m = (title: string, on: string) => one(`select id from meetings where title='${title}' and (starts_at like '${on}%')`)
const c = (name: string) => one(`select id from circles where name='${name}'`)
const pages: [string, string, string][] = [
  ['nia', 'list', '/networks/hafren/meetings'],
  ['nia', 'circles', '/networks/hafren/circles'],
  ['nia', 'circle-op', `/circles/${c('Operational circle')}`],
  ['nia', 'op-nov-minutes', `/meetings/${m('Operational circle', '2026-11-17')}/minutes`],
  ['mair', 'joint', `/meetings/${m('Heads and co-ordinators at one table', '2026-12-10')}`],
  ['rhian', 'date', `/meetings/${one("select id from meetings where title='What we think we know'")}`],
  ['sam', 'agreed', `/meetings/${m('Strategic circle', '2026-06-04')}/minutes`],
  ['nia', 'terms', `/circles/${c('Strategic circle')}/terms`],
  ['nia', 'year', `/circles/${c('Operational circle')}/year?year=2026&rhythm=half-termly&weekday=2&starts=16:00&ends=17:15&place=`],
  ['nia', 'decisions', '/networks/hafren/decisions'],
  ['nia', 'actions', '/networks/hafren/meeting-actions'],
  ['sadia', 'group', '/groups/reading/meetings'],
  ['imran', 'yourday', '/'],
  ['nia', 'decision', `/decisions/${one("select id from decisions where decision like 'One meeting in three%'")}`],
  ['nia', 'new', `/circles/${c('Operational circle')}/meetings/new`],
  ['nia', 'item', `/meetings/${m('Heads and co-ordinators at one table', '2026-12-10')}/items/new`],
  ['nia', 'paper', `/meetings/${m('Heads and co-ordinators at one table', '2026-12-10')}/papers/new`],
  ['nia', 'people', `/circles/${c('Operational circle')}/people?find=s`],
  ['imran', 'action', `/meeting-actions/${one("select id from meeting_actions where what like 'Agree the two%'")}`],
  ['nia', 'dates', `/meetings/${one("select id from meetings where title='What we think we know'")}/dates`],
  ['nia', 'edit-circle', `/circles/${c('Operational circle')}/edit`],
  ['nia', 'network', '/networks/hafren'],
]
const only = process.argv[2]?.split(',')
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
for (const width of (process.argv[3] ?? '1280,390').split(',').map(Number)) {
  const by = new Map<string, any>()
  for (const [who, name, at] of pages) {
    if (only && only[0] && !only.includes(name)) continue
    if (!by.has(who)) {
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      const page = await context.newPage()
      await page.goto('http://localhost:3101/sign-in')
      await page.evaluate(id => {
        const button = [...document.querySelectorAll('button')].find(b => b.value === id || b.closest('form')?.querySelector(`input[value="${id}"]`))
        button!.click()
      }, who)
      await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
      by.set(who, page)
    }
    const page = by.get(who)
    const answer = await page.goto('http://localhost:3101' + at)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (answer.status() !== 200 || wide > width) console.log(name, width, answer.status(), wide)
    await page.screenshot({ path: `/work/tmp/meetings-shots/${name}-${width}.png`, fullPage: true })
  }
}
await browser.close()
