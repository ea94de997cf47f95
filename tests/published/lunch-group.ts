import type { World } from '../world.js'

/**
 * A group that is in no cast: begun, filled and written up over its addresses. Three schools with pseudonyms, one of which
 * is called by a short form of its name; evidence on both sides, a hunch, and a school where what was tried came to nothing.
 */
export const schools = { coed: 'Ash School', weir: 'Birch School', bryn: 'Cedar School' }
export const claims = {
  table: 'Children who are given a seat for a week talk to more children',
  quiet: 'The quietest children wait for the second day',
}
export const objection = 'four of the nine moved away as soon as the bell rang'
export const changes = 'The same counts in a term without any cards on the tables'
export const nothingCame = 'The cards lay in a drawer from the second week on, and nobody asked for them.'

const day = '2026-03-0'

/**
 * @param called what its schools are called outside it
 * @param chosen whether that is chosen before its write-up is begun
 * @returns its id
 */
export async function makeLunchGroup(
  world: World,
  called: Record<string, string> = schools,
  chosen: 'before' | 'after' = 'before',
): Promise<string> {
  const [alys, sam, huw] = [world.as('alys'), world.as('sam'), world.as('huw')]
  const asked = await alys
    .post('/networks/hafren/groups', {
      ...{ question: 'Whom do children talk to when their seat at lunch is drawn by lot?', name: 'Seats at lunch' },
      ...{ why: 'They sit where they always sat.', theme: '', school: 'coed' },
    })
    .expect(303)
  const group = asked.headers.location!.replace('/groups/', '')
  await sam.post(`/groups/${group}/joining`, { school: 'weir' }).expect(303)
  await huw.post(`/groups/${group}/joining`, { school: 'bryn' }).expect(303)
  for (const to of ['purpose', 'evidence'])
    await alys.post(`/groups/${group}/moves`, { to, sentence: `On to ${to}.` }).expect(303)

  const log = async (by: keyof typeof schools, on: number, title: string, whatWeSaw: string, more = {}) => {
    const person = { coed: alys, weir: sam, bryn: huw }[by]
    const fields = {
      ...{ title, whatWeSaw, kind: 'observation', stage: 'evidence', gatheredOn: `${day}${on}` },
      ...{ schools: by, audience: 'group', nobody: 'yes', ...more },
    }
    const logged = await person.post(`/groups/${group}/evidence`, fields).expect(303)
    const piece = logged.headers.location!.replace('/evidence/', '').replace(/\?.*/, '')
    await person.post(`/evidence/${piece}/sharing`, { audience: 'network' }).expect(303)
    return piece
  }
  const count = await log('coed', 2, 'Who sat with whom', 'At Coed-y-dŵr eleven of twenty talked to somebody new.')
  const voice = await log(
    'weir',
    3,
    'What she said',
    '“I did not know that he could whistle,” said a girl in Year 3.',
    {
      kind: 'pupil-voice',
    },
  )
  const moved = await log('bryn', 4, 'The bell', 'Four of the nine moved away as soon as the bell rang.')
  const quiet = await log('coed', 5, 'The second day', 'P3 said nothing on Monday and asked for the salt on Tuesday.')
  const noisy = await log('weir', 6, 'Too loud', 'The hall at Weir Lane was so loud that nobody heard anybody.')

  const claim = async (words: string, strength: string, more: Record<string, string | string[]>) => {
    const made = await alys.post(`/groups/${group}/claims`, { claim: words, strength, ...more }).expect(303)
    return made.headers.location!.replace('/claims/', '').replace(/\?.*/, '')
  }
  const table = await claim(claims.table, 'sure', {
    ...{ sureBecause: 'Two of us counted without telling each other.', whatWouldChange: changes },
    ...{ speaksFor: [count, voice], speaksAgainst: [moved, noisy] },
  })
  await alys.post(`/claims/${table}/evidence/${moved}`, { note: objection }).expect(303)
  await claim(claims.quiet, 'a hunch', { sureBecause: '', whatWouldChange: '', speaksFor: [quiet] })

  await alys.post(`/groups/${group}/moves`, { to: 'action', sentence: 'On to action.' }).expect(303)
  const agreed = await alys
    .post(`/groups/${group}/actions`, {
      ...{ action: 'Draw seats by lot every Monday', expectedEffect: 'Children talk to somebody new.' },
      ...{ steps: '', who: '', startsOn: '2026-04-13', endsOn: '2026-06-12', schools: Object.keys(schools) },
    })
    .expect(303)
  const action = agreed.headers.location!.replace('/actions/', '').replace(/\?.*/, '')
  for (const [school, before, after] of [
    ['coed', 11, 16],
    ['weir', 9, 13],
    ['bryn', 8, 8],
  ] as const)
    for (const [measuredOn, value] of [
      ['2026-03-10', before],
      ['2026-06-10', after],
    ] as const)
      await { coed: alys, weir: sam, bryn: huw }[school]
        .post(`/actions/${action}/measures`, {
          ...{ school, measure: 'Talked to somebody new', measuredOn },
          ...{ value: String(value), pupils: '20' },
        })
        .expect(303)
  const measure = await world.db
    .selectFrom('measures')
    .innerJoin('enquiries', 'enquiries.id', 'measures.enquiryId')
    .select('measures.id')
    .where('enquiries.groupId', '=', group)
    .executeTakeFirstOrThrow()
  for (const [school, person] of [
    ['coed', alys],
    ['weir', sam],
    ['bryn', huw],
  ] as const)
    await person.post(`/measures/${measure.id}/schools/${school}/sharing`).expect(303)
  await alys.post(`/groups/${group}/moves`, { to: 'evaluation', sentence: 'On to evaluation.' }).expect(303)
  const judge = (school: string, judgement: string, confidence: string, whatHappened: string) =>
    alys
      .post(`/actions/${action}/effects/${school}`, {
        ...{ judgement, confidence, whatHappened, whyHere: '', version: '0' },
      })
      .expect(303)
  await judge('coed', 'made a clear difference', 'fairly sure', 'They asked for the lot to be drawn.')
  await judge('weir', 'made some difference', 'a hunch', 'Some tables talked, and Weir Lane is loud.')
  await judge('bryn', 'made no difference we could see', 'sure', nothingCame)
  await recommend(world, group, count)

  if (chosen === 'after') await alys.post(`/groups/${group}/write-up`).expect(303)
  for (const [school, pseudonym] of Object.entries(called))
    await alys.post(`/groups/${group}/pseudonyms`, { kind: 'school', school, pseudonym }).expect(303)
  await alys.post(`/groups/${group}/pseudonyms/kept`, { school: '', name: '', all: 'people' }).expect(303)
  if (chosen === 'before') await alys.post(`/groups/${group}/write-up`).expect(303)
  return group
}

async function recommend(world: World, group: string, piece: string): Promise<void> {
  const alys = world.as('alys')
  const made = await alys
    .post(`/groups/${group}/recommendations`, {
      ...{ recommendation: 'Draw the seats at lunch by lot, one day a week.', reasons: 'They talk to somebody new.' },
      ...{
        releaseDays: '',
        cost: 'A hat',
        evidence: [piece],
        offered: [piece],
        schools: ['coed', 'weir', 'bryn', 'river'],
      },
    })
    .expect(303)
  const id = made.headers.location!.replace('/recommendations/', '').replace(/\?.*/, '')
  await alys
    .post(`/recommendations/${id}/sending`, {
      schools: ['coed', 'weir', 'bryn', 'river'],
      'how-coed': 'paper',
    })
    .expect(303)
  await world
    .as('imran')
    .post(`/recommendations/${id}/responses/weir`, {
      ...{ answer: 'accept', reason: 'Weir Lane has a hat.', reviewOn: '2027-06-01', mayBePublic: 'yes', version: '1' },
    })
    .expect(303)
  await world
    .as('mair')
    .post(`/recommendations/${id}/responses/bryn`, {
      ...{ answer: 'decline', reason: 'We tried it.', reviewOn: '2027-06-01', version: '1' },
    })
    .expect(303)
}
