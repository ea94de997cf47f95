import { expect, test } from 'vitest'
import { enquiriesOf } from '../../src/enquiries/enquiry.js'
import { headOf } from '../../src/enquiries/head.js'
import { networkHead } from '../../src/networks/head.js'
import { brought } from '../../src/rooms.js'
import { groupParts, networkParts, type PlaceHead, type Places } from '../../src/web/places.js'
import { planned, usualCircles } from '../meetings/meeting.js'
import { newWorld } from '../world.js'

const world = newWorld()
const places: Places = { group: brought.groupTabs, network: brought.networkTabs }

/** The heads of all groups and networks, as far as they are there for somebody. */
async function headsFor(person: string): Promise<PlaceHead[]> {
  const reader = await world.person(person)
  const groups = await world.db.selectFrom('groups').select('id').execute()
  const networks = await world.db.selectFrom('networks').selectAll().execute()
  const enquiries = await enquiriesOf(
    world.db,
    reader,
    groups.map(one => one.id),
  )
  return [...enquiries.map(one => headOf(one, 'home')), ...networks.map(one => networkHead(one, reader, 'home'))]
}

test.each([
  ['groups', places.group, groupParts],
  ['networks', places.network, networkParts],
])('the places of %s have names of their own, and every part has one that is gone to first', (_, those, parts) => {
  const names = those.map(one => one.tab)
  expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([])
  for (const { part } of parts) {
    const here = those.filter(one => one.part === part && !one.within)
    expect(here.length, `places of ${part}`).toBeGreaterThan(0)
    expect(here.filter(one => one.first).length, `first places of ${part}`).toBeLessThanOrEqual(1)
  }
  for (const one of those) if (one.within) expect(names).toContain(one.within)
})

test.each([
  ['sadia', '/groups/reading', 'Groups'],
  ['sadia', 'a claim', 'Groups'],
  ['sadia', 'a publication check', 'Groups'],
  ['nia', 'a meeting', 'Network'],
])('%s on %s finds where it belongs marked in the main navigation', async (person, page, marked) => {
  const reader = world.as(person)
  const at: Record<string, () => Promise<string>> = {
    'a claim': async () =>
      (await reader.post('/groups/reading/claims', { claim: 'They read on', strength: 'a hunch' })).get('location')!,
    'a publication check': async () => {
      await reader.post('/groups/reading/write-up')
      const overview = (await reader.get('/groups/reading/write-up')).text
      return /\/write-ups\/\w+\/check/.exec(overview)![0]
    },
    'a meeting': async () => {
      const { strategic } = (await usualCircles(world)) as { strategic: string }
      return planned(world, 'nia', strategic, {
        ...{ title: 'Autumn round', on: '2027-02-08', starts: '16:00', ends: '17:00', place: 'Hall' },
      })
    },
  }
  const text = (await reader.get((await at[page]?.()) ?? page).expect(200)).text
  const nav = text.slice(text.indexOf('aria-label="Main"'), text.indexOf('</nav>', text.indexOf('aria-label="Main"')))
  expect([...nav.matchAll(/aria-current="(?:page|true)">([^<]+)</g)].map(found => found[1])).toEqual([marked])
})

test('the parts of a group are its stages in their order, between where one begins and what goes out', async () => {
  const text = (await world.as('sadia').get('/groups/reading')).text
  const row = text.slice(text.indexOf('class="ways-first'), text.indexOf('</nav>', text.indexOf('class="ways-first')))
  expect([...row.matchAll(/class="way-name">([^<]+)/g)].map(one => one[1])).toEqual([
    ...['Overview', 'Context', 'Purpose', 'Evidence', 'Action', 'Evaluation', 'Write and share'],
  ])
})

test.each(['sadia', 'sam', 'nia', 'tomasz', 'imran', 'fiona', 'kasia', 'zofia', 'dilys'])(
  '%s is led to no page that is not there',
  async person => {
    const browser = world.as(person)
    for (const head of await headsFor(person)) {
      const { parts } = head.ways(places)
      const led = [...parts.flatMap(one => one.href ?? []), ...head.pages(places).map(one => one.href)]
      for (const href of new Set(led)) expect([href, (await browser.get(href)).status]).toEqual([href, 200])
    }
  },
  120_000,
)

test('a volunteer finds Log evidence on every page of the group, and nobody else does', async () => {
  for (const page of ['', '/history', '/claims', '/people', '/stages/purpose'])
    expect((await world.as('sam').get(`/groups/reading${page}`)).text).toContain('place-log')
  expect((await world.as('nia').get('/groups/reading')).text).not.toContain('place-log')
})

test('the window is named after the page and the group, and says first that a form came back', async () => {
  expect((await world.as('sadia').get('/groups/reading/history')).text).toContain(
    '<title>History – Reading by choice – Enquiry Workbench</title>',
  )
  const back = await world.as('sadia').post('/groups/reading/question', { question: '', because: '' })
  expect(back.status).toBe(422)
  expect(back.text).toMatch(/<title>Error: .+ – Reading by choice – Enquiry Workbench<\/title>/)
})

test('the search finds pages of one’s groups by what one wants to do, and only those that one may open', async () => {
  const found = async (person: string, q: string) => {
    const { text } = await world.as(person).get(`/search?q=${encodeURIComponent(q)}`)
    const from = text.indexOf('class="pages-found"')
    return from < 0
      ? []
      : [...text.slice(from, text.indexOf('</section>', from)).matchAll(/href="([^"]+)"/g)].map(one => one[1])
  }
  expect(await found('sadia', 'hand over')).toContain('/groups/reading/handover')
  expect(await found('sadia', 'dossier')).toContain('/groups/reading/recommendations')
  expect(await found('sadia', 'take a copy')).toContain('/groups/reading/copies')
  expect(await found('nia', 'terms')).toContain('/networks/hafren/terms')
  expect(await found('nia', 'invite')).toContain('/networks/hafren/people/invitations/new')
  expect(await found('sam', 'hand over')).toEqual([])
  expect(await found('sam', 'invite')).toEqual([])
})
