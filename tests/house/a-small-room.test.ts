import request from 'supertest'
import { Router } from 'express'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.js'
import { inOne } from '../../src/database.js'
import { inTheSameWords } from '../../src/database/in-the-same-words.js'
import type { Around } from '../../src/enquiries/around.js'
import { record } from '../../src/facts/facts.js'
import { Following } from '../../src/facts/following.js'
import { type DetailsOf, kind } from '../../src/facts/kinds.js'
import { after, itself } from '../../src/search/renewals.js'
import { wholeGroup } from '../../src/copies/moving-a-group/gathering-all.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { groupsOwn } from '../../src/enquiries/whose.js'
import { NotFound } from '../../src/errors.js'
import { standingReaders } from '../../src/reach/readers.js'
import { tellsDates } from '../../src/networks/year.js'
import { belongsTo, broughtBy, nothingInTheYear, type Room, room } from '../../src/room.js'
import { rooms } from '../../src/rooms.js'
import { prepareSearch } from '../../src/search/preparing.js'
import { signedIn } from '../../src/web/signed-in.js'
import { waits } from '../../src/web/waiting.js'
import { may } from '../../src/who-sees-what.js'
import { log, real } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

interface Notice {
  id: string
  groupId: string
  evidenceId: string | null
  words: string
}

const noticeFacts = {
  'notice hung up': kind({ says: () => 'hung up a notice' }),
}

declare module '../../src/facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof noticeFacts> {}
}

declare module '../../src/database.js' {
  interface Tables {
    notices: Notice
  }
}

/** A room made of nothing but the type: one table, one page, and one part of each kind that others look at. */
const noticeboard = room({
  name: 'noticeboard',
  about: 'what hangs on a group’s wall',
  routes({ db }) {
    const routes = Router()
    routes.get('/groups/:group/noticeboard', async (req, res) => {
      const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
      if (!enquiry.standing.member) throw new NotFound('noticeboard')
      const notices = await db.selectFrom('notices').selectAll().where('groupId', '=', enquiry.groupId).execute()
      res.type('text').send(notices.map(notice => notice.words).join('\n'))
    })
    routes.post('/groups/:group/noticeboard', async (req, res) => {
      const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
      const { words } = req.body as { words: string }
      await inOne(db, async trx => {
        const { groupId } = enquiry
        await trx.insertInto('notices').values({ id: 'n9', groupId, evidenceId: null, words }).execute()
        await record(trx, { kind: 'notice hung up', by: signedIn(res), groupId, aboutKind: 'notice', aboutId: 'n9' })
      })
      res.redirect(303, `/groups/${enquiry.groupId}/noticeboard`)
    })
    return routes
  },

  tables: { notices: belongsTo('group_id', 'groups', {}, row => row.evidence_id === null) },
  whoSees: [
    { resource: 'notice', at: ['noticeboard'], rights: { 'lead learner': may('CR', 'g'), volunteer: may('CR', 'g') } },
  ],
  whose: { noticeboard: groupsOwn('evidence') },
  namesBelong: {},
  texts: [
    {
      kind: 'notice',
      ownedBy: { table: 'groups' },
      async find(db, person, owner) {
        const enquiry = await findEnquiry(db, person, owner)
        return {
          mayWrite: enquiry.standing.member,
          label: 'What hangs here',
          back: `/groups/${owner}/noticeboard`,
        }
      },
      whose: (_db, owner) => Promise.resolve({ group: owner }),
    },
  ],

  groupTabs: [
    { tab: 'noticeboard', part: 'overview', text: 'Noticeboard', path: '/noticeboard', for: 'members', finds: 'board' },
  ],
  networkTabs: [],
  help: { noticeboard: 'group' },
  facts: noticeFacts,
  letters: [],
  followers: [],
  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    asked: [
      waits({
        asks: inTheSameWords(
          ({ enquiries }: Around) => ({
            own: enquiries.filter(one => one.standing.member).map(one => one.groupId),
          }),
          (db, { own }) => db.selectFrom('notices').selectAll().where('groupId', 'in', own),
        ),
        says: (notices, { enquiries }) =>
          notices.map(({ groupId, words }) => ({
            text: `It hangs there: ${words}`,
            href: `/groups/${groupId}/noticeboard`,
            action: 'Take it down',
            networkId: enquiries.find(one => one.groupId === groupId)!.networkId,
          })),
      }),
    ],
  },
  inTheYear: {
    ...nothingInTheYear,
    dates: [
      tellsDates({
        ofGroups: true,
        asks: inTheSameWords(
          ({ networkIds }) => ({ networks: networkIds }),
          (db, { networks }) =>
            db
              .selectFrom('notices')
              .innerJoin('groups', 'groups.id', 'notices.groupId')
              .select(['notices.id', 'groups.networkId', 'notices.groupId'])
              .where('notices.id', '=', 'n1')
              .where('groups.networkId', 'in', networks),
        ),
        says: (notices, { person }) =>
          notices
            .filter(({ groupId }) => person.isVolunteerIn(groupId))
            .map(({ id, networkId, groupId }) => ({
              ...{ uid: `notice-${id}`, kind: 'notice', title: 'The board is cleared', starts: '2027-03-05' },
              ...{ ends: null, where: '', href: `/groups/${groupId}/noticeboard`, networkId, groupId, mine: true },
              ...{ sequence: 0, changedAt: '2026-11-25T10:00:00.000Z', cancelledAt: null },
            })),
      }),
    ],
  },

  searchables: [
    {
      ...{ kind: 'notice', one: 'notice', many: 'notices', version: 1 },
      renewals: [after(['notice hung up'], itself)],
      ids: async db => (await db.selectFrom('notices').select('id').execute()).map(one => one.id),
      async entries(db, records) {
        const notices = await db
          .selectFrom('notices')
          .innerJoin('groups', 'groups.id', 'notices.groupId')
          .selectAll('notices')
          .select('groups.networkId')
          .where('notices.id', 'in', records)
          .execute()
        return notices.map(notice => ({
          ...{ record: notice.id, title: '', words: notice.words, day: '2026-11-01' },
          readers: standingReaders(notice),
          about: { group: notice.groupId },
        }))
      },
      async find(db, person, records) {
        if (!person) return []
        const notices = await db.selectFrom('notices').selectAll().where('id', 'in', records).execute()
        return notices
          .filter(notice => person.isVolunteerIn(notice.groupId))
          .map(({ id, groupId, words }) => ({
            ...{ record: id, thing: `notice ${id}`, label: '', kind: 'notice', title: 'A notice', words },
            ...{ href: `/groups/${groupId}/noticeboard`, day: '2026-11-01', schools: [], by: null },
            group: { id: groupId, name: groupId },
          }))
      },
    },
  ],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [
    async (trx, piece) => {
      const notices = await trx.selectFrom('notices').selectAll().where('evidenceId', '=', piece.id).execute()
      return notices.map(notice => ({ kind: 'notice', name: notice.id, now: 'Hangs without its picture.' }))
    },
  ],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})

const world = newWorld()
const house: Room[] = [...rooms, noticeboard]
const following = new Following(world.house, broughtBy(house).followers)
const app = createApp(world.house, following, house)
let piece: string

const as = (person: string) => world.as(person, app)

beforeAll(async () => {
  const { db } = world.house
  await world.following.stop()
  following.start()
  await sql`create table notices (id text primary key, group_id text not null references groups (id),
    evidence_id text references evidence (id), words text not null)`.execute(db)
  await prepareSearch(db, broughtBy(house).searchables, { empty: false, changed: true })
  await log(world.as('sam'), { audience: 'group' }, [real.photo])
  piece = (await db.selectFrom('evidence').select('id').orderBy('loggedAt', 'desc').executeTakeFirstOrThrow()).id
  await db
    .insertInto('notices')
    .values({ id: 'n1', groupId: 'reading', evidenceId: piece, words: 'Bring your marmalade on Thursday' })
    .execute()
})

afterAll(() => following.stop())

test('its page is for those in the group, and does not exist for the others', async () => {
  expect((await as('sam').get('/groups/reading/noticeboard')).text).toContain('marmalade')
  for (const outsider of ['imran', 'alex'])
    expect((await as(outsider).get('/groups/reading/noticeboard')).status).toBe(404)
})

test('who sees it stands on the page for people', async () => {
  const { text } = await as('sam').get('/who-sees-what')
  const kind = (id: string) => text.slice(text.indexOf(`id="${id}"`)).split('</section>')[0]!
  expect(kind('volunteer')).toMatch(/<th scope="row">notice<\/th><td>Read and add in your group/)
  expect(kind('headteacher')).toMatch(/What does not exist for them.*<li>notice<\/li>/s)
})

test('it stands in the head of the group, for its members alone', async () => {
  expect((await as('sam').get('/groups/reading')).text).toContain('href="/groups/reading/noticeboard"')
  expect((await as('imran').get('/groups/reading')).text).not.toContain('/noticeboard')
})

test('what waits in it stands on Your day', async () => {
  expect((await as('sam').get('/')).text).toContain('It hangs there: Bring your marmalade on Thursday')
  expect((await as('imran').get('/')).text).not.toContain('marmalade')
})

test('it is found by those who may read it, and narrowed to by its name', async () => {
  const search = async (person: string) => (await as(person).get('/search?q=marmalade')).text
  await expect.poll(() => search('sam')).toContain('/groups/reading/noticeboard')
  expect(await search('imran')).not.toContain('/noticeboard')
})

test('its date stands in the calendar of those in the group, and in the calendar of their phone', async () => {
  const march = '/groups/reading/calendar?month=2027-03'
  expect((await as('sam').get(march)).text).toMatch(/Notice<\/?.*?The board is cleared/s)
  expect((await as('imran').get(march)).text).not.toContain('The board is cleared')
  const browser = as('sam')
  const made = await browser.post('/calendar/feeds', { of: 'own' })
  const page = await browser.get(made.headers.location!)
  const address = /data-copy="http:\/\/[^/]+(\/calendars\/[^"]+)"/.exec(page.text)![1]!
  expect((await request(app).get(address)).text).toContain('SUMMARY:The board is cleared\r\n')
})

test('what is hung up is found at once, and stands in the history of the group', async () => {
  await as('sam').post('/groups/reading/noticeboard', { words: 'Swap your scones on Friday' })
  expect((await as('sam').get('/search?q=scones')).text).toContain('/groups/reading/noticeboard')
  expect((await as('sam').get('/groups/reading/history')).text).toContain('hung up a notice')
})

test('a kind of fact that no room has declared does not compile', () => {
  // @ts-expect-error nobody hangs up a picture
  expect(after(['picture hung up'], itself).follows).toEqual(['picture hung up'])
})

test('its text is saved as it is typed', async () => {
  const saved = await as('sam').post('/texts/notice/reading/wall', { body: 'Tea at four', version: '0' })
  expect(saved.status).toBeLessThan(400)
  const text = await world.db.selectFrom('texts').select('body').where('kind', '=', 'notice').executeTakeFirst()
  expect(text?.body).toBe('Tea at four')
})

test('names of pupils are noticed in its forms without anything being said', async () => {
  const noticed = await as('sam').post('/groups/reading/noticeboard', { words: 'Oliver Hughes brings the jam' })
  expect(noticed.status).toBe(422)
  expect(noticed.text).toContain('Oliver Hughes')
})

test('it goes along when the whole group moves', async () => {
  const taken = '2026-11-25T10:00:00.000Z'
  const { tables } = await wholeGroup(world.db, world.house.store, broughtBy(house), 'reading', taken)
  expect(tables.notices!.map(notice => notice.id)).toEqual(['n9'])
  expect(tables.texts!.map(text => text.body)).toContain('Tea at four')
})

test('a withdrawal lists what of it leaned on the piece', async () => {
  const list = await as('sam').post(`/evidence/${piece}/withdrawal`, { reason: 'The wrong class' })
  expect(list.status).toBe(303)
  expect((await as('sam').get(list.headers.location!)).text).toContain('Hangs without its picture.')
})

test('a part that is forgotten does not compile', () => {
  const { dependants: _, ...forgetful } = noticeboard
  // @ts-expect-error the room does not say what of it leans on a piece of evidence
  expect(room(forgetful)).toBe(forgetful)
})
