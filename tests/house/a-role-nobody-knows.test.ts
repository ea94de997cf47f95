import { expect, test } from 'vitest'
import { documentWith, editionOf, said } from '../published/publishing.js'
import { newWorld } from '../world.js'
import { addressesOf } from './addresses.js'
import { enterStates } from './states.js'

// A role that is written in the records and not in src/people/roles/roles.ts grants nothing: at every door its holder is a stranger.
const world = newWorld()
const { db } = world
await enterStates(world)
await editionOf(world, 1, documentWith([said('Words that are out.')]), { slug: 'secret' })
const at = '2026-10-01T09:00:00.000Z'
for (const id of ['known-by-none', 'wizard']) {
  const account = { passwordHash: null, createdAt: at, administratorSince: null, disabledAt: null, disabledBy: null }
  await db
    .insertInto('people')
    .values({ id, name: 'Somebody Else', email: `${id}@schools.example`, ...account })
    .execute()
}
const role = 'wizard' as never
for (const [place, schoolId] of ['weir', 'st-davids'].entries()) {
  const held = { networkId: 'hafren', personId: 'wizard', role, themeId: 'language', endedAt: null, endedBy: null }
  await db
    .insertInto('networkRoles')
    .values({ id: `wizard-${place}`, ...held, schoolId, beganAt: at, beganBy: 'alex' })
    .execute()
}
const inGroup = { id: 'wizard', groupId: 'reading', personId: 'wizard', role, schoolId: 'weir', until: null }
await db
  .insertInto('groupPeople')
  .values({ ...inGroup, joinedAt: at, leftAt: null })
  .execute()

/** Ids of what is there, by the name of the parameter; a few depend on what stands before them. */
const ids: Record<string, string> = {
  ...{ network: 'hafren', school: 'weir', term: 'autumn-2026', person: 'sam', role: 'sam-1', group: 'reading' },
  ...{ stage: 'context', cycle: '1', claim: 'claim-shared', action: 'action-shared', code: 'code', slug: 'secret' },
  ...{ partner: 'childrens-centre', theme: 'language' },
  ...{ measure: 'measure-shared', instrument: 'instrument', filling: 'filling', questionnaire: 'questionnaire' },
  ...{ key: 'key', reference: 'reference-shared', conference: 'secret', session: 'session', place: 'write-ups' },
  ...{ circle: 'circle', meeting: 'meeting', item: 'item-of-meeting', decision: 'decision' },
  ...{
    text: 'text-with-network-outside',
    writeUp: 'reading-write-up',
    edition: 'reading-write-up-1',
    act: 'disabling',
  },
}
const idsAfter: Record<string, string> = {
  'meeting-actions/:action': 'none',
  'evidence/:id': 'with-network-outside',
  'withdrawals/:id': 'list',
  'recommendations/:id': 'released',
  'facilitators/:id': 'reading-6',
  'groups/:of': 'reading',
  'networks/:of': 'hafren',
  'terms/:term': 'hafren-autumn-2026',
  'reports/:file': 'autumn-2026',
  'join/:code': 'join-reading-2026',
}

function filled(path: string): string {
  const parts = path.split('/')
  return parts
    .map((part, place) =>
      part.replace(/:(\w+)/, (_all, name: string) => idsAfter[`${parts[place - 1]}/:${name}`] ?? ids[name] ?? 'none'),
    )
    .join('/')
}

const addresses = addressesOf(world.app).map(({ method, path }) => ({ method, address: filled(path) }))
const once = /name="once" value="[^"]*"/g
/** Said by the search for a moment after something was written. */
const stillReading = /<p class="quiet">Some things are still being read[^<]*<\/p>/

async function answerTo(person: string, { method, address }: { method: string; address: string }) {
  const browser = world.as(person)
  const answer = method === 'get' ? await browser.get(address) : await browser.post(address)
  const isTheirOwn = /^\/(sign-|healthz|readyz|account|log\b|service-worker)/.test(address)
  return {
    status: answer.status,
    // What is handed to the next page has a name of its own each time.
    location: answer.headers.location?.replace(/handed=\w+/, 'handed=…'),
    text: isTheirOwn
      ? ''
      : (answer.text ?? '').replace(once, '').replace(stillReading, '').replaceAll(person, 'somebody'),
  }
}

test('at every address that is read, its holder is told what a stranger is told', async () => {
  for (const one of addresses.filter(one => one.method === 'get'))
    expect({ ...one, ...(await answerTo('wizard', one)) }).toEqual({
      ...one,
      ...(await answerTo('known-by-none', one)),
    })
}, 600_000)

test('at every address that changes something, its holder is refused as a stranger is', async () => {
  for (const one of addresses.filter(({ method }) => method === 'post')) {
    const [wizard, nobody] = [await answerTo('wizard', one), await answerTo('known-by-none', one)]
    expect({ ...one, status: wizard.status, to: wizard.location }).toEqual({
      ...one,
      status: nobody.status,
      to: nobody.location,
    })
  }
}, 600_000)

test('what is asked for is there: a lead learner opens much of it', async () => {
  const opened = []
  for (const one of addresses.filter(({ method }) => method === 'get')) {
    if ((await answerTo('sadia', one)).status === 200) opened.push(one.address)
    if (opened.length > 90) break
  }
  expect(opened.length).toBeGreaterThan(90)
}, 600_000)
