import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/web/new-id.js'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { waitingFor } from '../../src/enquiries/waiting/what-waits.js'
import { waits } from '../../src/web/waiting.js'
import { type Around, aroundPerson } from '../../src/enquiries/around.js'
import { brought } from '../../src/rooms.js'
import { putPiece } from '../claims/claim-world.js'

const world = newWorld()
beforeAll(() => standStillAt('2026-11-24T09:00:00.000Z'))
afterAll(() => standStillAt(null))

/** What somebody's day says, with its letters as they are read. */
async function dayOf(person: string): Promise<string> {
  const page = await world.as(person).get('/').expect(200)
  return page.text.replace(/&#39;/g, '’')
}

async function seenBy(words: string, yes: string[], no: string[]): Promise<void> {
  for (const person of yes) expect(await dayOf(person), `${person} is told “${words}”`).toContain(words)
  for (const person of no) expect(await dayOf(person), `${person} is not told “${words}”`).not.toContain(words)
}

test('four weeks before the end of term a lead learner’s report waits, and nobody else’s', async () => {
  const words = 'The report of Reading by choice for the autumn term 2026'
  await seenBy(words, ['sadia'], ['sam', 'gwen', 'nia', 'joanna', 'ruth', 'dilys', 'alex', 'fiona'])
  expect(await dayOf('sadia')).toContain('href="/groups/reading/reports/autumn-2026"')
})

test('earlier in the term it waits only for those who were asked for it, and says by whom', async () => {
  standStillAt('2026-10-24T09:00:00.000Z')
  await world.db
    .insertInto('nudges')
    .values({
      id: newId(),
      groupId: 'reading',
      termId: 'hafren-autumn-2026',
      nudgedAt: '2026-10-20T09:00:00.000Z',
      nudgedBy: 'nia',
    })
    .execute()
  await seenBy('Nia Prŷs asked for it on 20 October 2026', ['sadia'], ['sam', 'kasia'])
  await seenBy('The report of Learning outdoors', [], ['kasia'])
  standStillAt('2026-11-24T09:00:00.000Z')
})

test('network leaders and co-leaders are told who has not sent a report; sending it settles the line', async () => {
  await seenBy(
    'have not sent their report for Autumn term 2026',
    ['nia', 'rhian', 'tomasz'],
    ['sadia', 'mair', 'fiona', 'alex'],
  )
  expect(await dayOf('nia')).toContain('5 of the 5 groups at work')
  expect(await dayOf('tomasz')).toContain('2 of the 2 groups at work in your themes')
  await world.db
    .insertInto('shortReports')
    .values({
      id: newId(),
      groupId: 'reading',
      termId: 'hafren-autumn-2026',
      releaseDays: null,
      begunAt: '2026-11-20',
      begunBy: 'sadia',
      sentAt: '2026-11-20',
      sentBy: 'sadia',
    })
    .execute()
  await seenBy('The report of Reading by choice', [], ['sadia'])
  expect(await dayOf('nia')).toContain('4 of the 5 groups at work')
  expect(await dayOf('tomasz')).toContain('Talk in mathematics has not sent its report')
})

test('a recommendation waits for the head it was sent to, and the day they named brings it back', async () => {
  const made = await world
    .as('sam')
    .post('/groups/reading/recommendations', {
      recommendation: 'Ten minutes a day for reading nobody asks about',
      reasons: 'The children named it',
      releaseDays: '',
      cost: '',
    })
    .expect(303)
  const address = made.headers.location as string
  const words = 'Reading by choice recommends to Weir Lane Primary'
  await seenBy(words, [], ['imran'])
  await world
    .as('sadia')
    .post(`${address}/sending`, { schools: ['weir'] })
    .expect(303)
  await seenBy(words, ['imran'], ['mair', 'owen', 'nia', 'sadia', 'bridie', 'dilys', 'alex'])
  await world
    .as('imran')
    .post(`${address}/responses/weir`, { answer: 'adapt', reason: 'Twice a week', reviewOn: '2026-11-30', version: 1 })
    .expect(303)
  await seenBy(words, [], ['imran'])
  await seenBy('How is it going?', ['imran'], ['owen', 'nia', 'sadia'])
  expect(await dayOf('imran')).toContain(`href="${address}/responses/weir/adoption"`)
})

test('a challenge waits for the others of the group, and its answer for whoever made it', async () => {
  await world
    .as('sam')
    .post('/groups/reading/stages/evidence/comments', { kind: 'challenge', words: 'Whose voices are missing?' })
    .expect(303)
  const words = 'Sam O’Neill challenges Evidence in Reading by choice'
  await seenBy(words, ['sadia', 'huw', 'bilal'], ['sam', 'kasia', 'nia', 'tomasz', 'joanna', 'fiona', 'ruth'])
  const { id } = await world.db.selectFrom('comments').select('id').executeTakeFirstOrThrow()
  await world.as('sadia').post(`/comments/${id}/answer`, { words: 'The quiet ones. We ask them next.' }).expect(303)
  await seenBy(words, [], ['sadia', 'huw'])
  await seenBy(
    'Sadia Qureshi answered what you asked about Evidence in Reading by choice',
    ['sam'],
    ['huw', 'fiona', 'nia'],
  )
})

test('the answer to a facilitator’s challenge is not told once what it was about is taken back', async () => {
  await world.as('sadia').post('/groups/reading/stages/purpose/sharing', {}).expect(303)
  await seenBy(
    'Reading by choice has shared what it wrote under Purpose with you',
    ['fiona'],
    ['tomasz', 'nia', 'sadia'],
  )
  await world
    .as('fiona')
    .post('/groups/reading/stages/purpose/comments', { kind: 'challenge', words: 'Who says that it matters?' })
    .expect(303)
  const { id } = await world.db
    .selectFrom('comments')
    .select('id')
    .where('madeBy', '=', 'fiona')
    .executeTakeFirstOrThrow()
  await world.as('sam').post(`/comments/${id}/answer`, { words: 'The children do.' }).expect(303)
  await seenBy('answered what you asked about Purpose', ['fiona'], ['sam'])
  await world.as('sadia').post('/groups/reading/stages/purpose/taking-back', {}).expect(303)
  await seenBy('answered what you asked about Purpose', [], ['fiona'])
  await seenBy('has shared what it wrote', [], ['fiona'])
})

test('a draft older than a day waits for its author alone', async () => {
  await putPiece(world, { by: 'sam', title: 'Only for me as yet', shared: 'author' })
  await seenBy('Only for me as yet', ['sam'], ['sadia', 'huw', 'nia', 'tomasz', 'imran', 'fiona'])
  await putPiece(world, { by: 'sam', title: 'Another thought', shared: 'author' })
  await seenBy('Only you can see 2 drafts of yours in Reading by choice', ['sam'], ['sadia'])
})

test('a named pupil and a consent that was taken back wait for whoever keeps the piece', async () => {
  const named = await putPiece(world, { by: 'huw' })
  await world.as('sam').post(`/evidence/${named.id}/named-pupil`, { named: 'yes' }).expect(303)
  await seenBy(`that E${named.number} of Reading by choice may name a pupil`, ['huw'], ['sam', 'sadia', 'nia'])
  const refused = await putPiece(world, { by: 'bilal' })
  await world
    .as('sadia')
    .post(`/evidence/${refused.id}/consent/withdrawal`, { reason: 'A parent wrote to us' })
    .expect(303)
  await seenBy(
    `Somebody in your E${refused.number} of Reading by choice took their consent back`,
    ['bilal'],
    ['sadia', 'sam', 'owen'],
  )
})

test('an action that is over waits for those of its school until they say what happened', async () => {
  const made = await world.as('kasia').post('/groups/outdoors/actions', {
    action: 'Begin each Monday under the oak',
    expectedEffect: 'More talk',
    steps: '',
    who: '',
    startsOn: '2026-09-07',
    endsOn: '2026-10-23',
    schools: ['bryn', 'holly'],
  })
  expect(made.status).toBe(303)
  await seenBy('What happened at Ysgol y Bryn?', ['huw'], ['maeve', 'kasia', 'mair', 'nia', 'tomasz'])
  await seenBy('What happened at Holly Bank Primary?', ['maeve'], ['huw'])
})

test('the offer of a lead waits for the volunteer it was made to', async () => {
  await world
    .as('kasia')
    .post('/groups/outdoors/handover', { to: 'maeve', note: 'You know the children best.' })
    .expect(303)
  await seenBy('Kasia Żółtowska asks you to lead Learning outdoors', ['maeve'], ['huw', 'kasia', 'nia'])
})

test('a group with one school left looks for a second, and one without a lead for somebody to lead it', async () => {
  await seenBy('It needs a volunteer from a second', [], ['gwen'])
  await world.as('bilal').post('/groups/talk/leaving', {}).expect(303)
  await seenBy('Talk in mathematics has people from one school so far', ['gwen'], ['bilal', 'nia', 'tomasz'])
  await world.db
    .updateTable('groupPeople')
    .set({ leftAt: '2026-11-20' })
    .where('groupId', '=', 'number')
    .where('role', '=', 'lead learner')
    .execute()
  await seenBy('Number sense has no lead learner now', ['nia', 'rhian'], ['zofia', 'tomasz', 'ruth', 'alex'])
})

test('a submitted write-up waits for a second person, and comes back to its lead learner', async () => {
  await world.db
    .insertInto('writeUps')
    .values({
      id: 'w',
      groupId: 'reading',
      enquiryId: 'reading-1',
      slug: 'w',
      title: 'W',
      begunAt: '2026-11-01',
      begunBy: 'sadia',
    })
    .execute()
  const submission = {
    id: 's',
    ofKind: 'write-up' as const,
    ofId: 'w',
    document: '{}',
    hash: 'h',
    reason: '',
    submittedAt: '2026-11-20T10:00:00.000Z',
    submittedBy: 'sadia',
  }
  await world.db.insertInto('submissions').values(submission).execute()
  const words = 'Sadia Qureshi submitted the write-up of Reading by choice'
  await seenBy(words, ['nia', 'rhian', 'tomasz'], ['sadia', 'sam', 'joanna', 'fiona', 'ruth', 'marek', 'alex', 'dilys'])
  await world.db
    .updateTable('submissions')
    .set({
      returnedAt: '2026-11-21T10:00:00.000Z',
      returnedBy: 'tomasz',
      returnedBecause: 'Say more of what did not work',
    })
    .where('id', '=', 's')
    .execute()
  await seenBy(words, [], ['nia', 'tomasz'])
  await seenBy(
    'The write-up of Reading by choice came back with comments from Tomasz Wójcik',
    ['sadia'],
    ['sam', 'tomasz'],
  )
})

test('a termly report waits for another leader or a co-leader of its network, never for its author', async () => {
  await world.db
    .insertInto('termlyReports')
    .values({
      id: 'r',
      networkId: 'hafren',
      termId: 'hafren-summer-2026',
      slug: 'r',
      begunAt: '2026-07-01',
      begunBy: 'nia',
    })
    .execute()
  await world.db
    .insertInto('submissions')
    .values({
      id: 't',
      ofKind: 'termly report',
      ofId: 'r',
      document: '{}',
      hash: 'h',
      reason: '',
      submittedAt: '2026-11-20T10:00:00.000Z',
      submittedBy: 'nia',
    })
    .execute()
  await seenBy(
    'Nia Prŷs submitted the termly report for Summer term 2026',
    ['rhian', 'tomasz'],
    ['nia', 'sadia', 'mair', 'ruth', 'marek', 'alex'],
  )
})

test('published work with hidden pieces, and invitations that ran out, wait for the leaders of that network', async () => {
  const piece = await putPiece(world, { by: 'zofia', title: 'It was quoted once' })
  await world.db
    .insertInto('editions')
    .values({
      id: 'e',
      networkId: 'hafren',
      ofKind: 'write-up',
      ofId: 'x',
      slug: 'x',
      number: 1,
      title: 'What we found',
      summary: '',
      document: '{}',
      hash: 'h',
      reason: '',
      publishedAt: '2026-07-01T10:00:00.000Z',
      publishedBy: 'zofia',
      approvedBy: 'nia',
    })
    .execute()
  await world.db.insertInto('editionEvidence').values({ editionId: 'e', evidenceId: piece.id }).execute()
  await seenBy('1 piece is hidden in the published', ['nia', 'rhian'], ['tomasz', 'zofia', 'ruth', 'alex', 'dilys'])
  await world.db
    .insertInto('invitations')
    .values({
      id: 'i',
      tokenHash: 'i',
      email: 'new@schools.example',
      name: 'Wen Li',
      networkId: 'hafren',
      role: 'staff',
      schoolId: 'bryn',
      themeId: null,
      groupId: null,
      until: null,
      invitedBy: 'nia',
      invitedAt: '2026-11-10T09:00:00.000Z',
      expiresAt: '2026-11-17T09:00:00.000Z',
      acceptedAt: null,
      acceptedBy: null,
      withdrawnAt: null,
      withdrawnBy: null,
    })
    .execute()
  await seenBy(
    'The invitation of Wen Li as a member of staff of Ysgol y Bryn ran out',
    ['nia', 'rhian'],
    ['tomasz', 'ruth', 'sadia', 'alex'],
  )
  await seenBy('no term follows it yet', ['nia', 'ruth'], ['tomasz', 'sadia', 'alex'])
})

test('a network that nobody leads waits for the administrators', async () => {
  await world.db
    .insertInto('networks')
    .values({ id: 'moor', name: 'Moorland Schools', about: '', createdAt: '2026-11-01', createdBy: 'alex' })
    .execute()
  await seenBy('Moorland Schools has nobody to lead it', ['alex'], ['nia', 'ruth', 'sadia'])
})

test('words that were kept when somebody was signed out wait for them alone', async () => {
  await world.db
    .insertInto('keptForms')
    .values({
      id: 'k',
      personId: 'yusra',
      address: '/evidence',
      fields: '{"fields":{"whatWeSaw":"Mine"}}',
      keptAt: new Date().toISOString(),
      givenBackAt: null,
    })
    .execute()
  await seenBy('is kept. It was not sent', ['yusra'], ['marek', 'ruth'])
})

test('what has a date comes first, the earliest on top', async () => {
  await world.db.updateTable('actions').set({ endsOn: '2026-11-10' }).execute()
  const page = await dayOf('maeve')
  expect(page.indexOf('What happened at Holly Bank')).toBeLessThan(page.indexOf('asks you to lead Learning outdoors'))
})

test('what waits in a group stands on its home as it stands on Your day', async () => {
  let [lines, homes] = [0, 0]
  for (const id of ['sadia', 'sam', 'huw', 'gwen', 'nia', 'rhian', 'fiona']) {
    const person = await world.person(id)
    const around = await aroundPerson(world.db, person, brought.threads)
    const waiting = await waitingFor(around, brought.waiting)
    for (const { groupId } of person.groups) {
      const { text } = await world.as(id).get(`/groups/${groupId}`).expect(200)
      const own = waiting.filter(line => line.groupId === groupId)
      const shown = [...text.matchAll(/<div class="waiting-text">([^<]*)/g)].map(found => found[1])
      expect([id, groupId, shown]).toEqual([
        id,
        groupId,
        own.map(line => line.text.replace(/'/g, '&#39;').replace(/"/g, '&#34;')),
      ])
      lines += shown.length
      homes++
    }
  }
  expect(homes).toBeGreaterThan(5)
  expect(lines).toBeGreaterThan(3)
})

test('what is to be done at once stands behind what is due soon, and not behind what is due in months', async () => {
  const line = (text: string, due?: string) => ({
    text,
    href: '/',
    action: 'Look',
    networkId: null,
    ...(due && { due }),
  })
  const around = { db: world.db, person: await world.person('sadia'), today: '2026-12-01' } as Around
  const found = await waitingFor(around, {
    'at once': [waits({ says: () => [line('A name')] })],
    asked: [waits({ says: () => [line('An abstract', '2027-03-19'), line('A report', '2026-12-10')] })],
    'for the network': [],
    'when there is time': [waits({ says: () => [line('A draft')] })],
  })
  expect(found.map(one => one.text)).toEqual(['A report', 'A name', 'An abstract', 'A draft'])
})

test('near the end of term a co-leader is asked for a paragraph on their theme, until it is written', async () => {
  const words = 'has room for a paragraph of yours'
  await seenBy(words, ['tomasz'], ['sadia', 'mair', 'fiona', 'alex', 'sam'])
  const { id } = await world.db
    .selectFrom('terms')
    .select('id')
    .where('id', '=', 'hafren-autumn-2026')
    .executeTakeFirstOrThrow()
  for (const theme of ['world', 'language'])
    await world.db
      .insertInto('texts')
      .values({
        ...{ id: newId(), kind: 'termly-report', owner: id, field: `theme-${theme}`, body: 'Two groups began.' },
        ...{ version: 1, savedAt: '2026-11-20', savedBy: 'tomasz' },
      })
      .execute()
  await seenBy(words, [], ['tomasz', 'rhian'])
})
