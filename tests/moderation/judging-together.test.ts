import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { alphaInWords, alphaOf, pairsIn } from '../../src/moderation/agreeing/alpha.js'
import { moderationDates } from '../../src/moderation/year/dates.js'
import { moderationInReport } from '../../src/moderation/year/telling.js'
import { findNetwork } from '../../src/networks/networks.js'
import { newWorld } from '../world.js'

const world = newWorld()
const all = '/networks/hafren/moderation'

const sheet = 'Beginning: single sentences\nSecure: one follows from the other\nBeyond: the reader is led'
const own = {
  title: 'Year 4 recount, the flood',
  words: 'First the watter came. Then we went upstares.',
  alt: '',
  school: 'weir',
  seen: 'no one',
  givenBy: '',
  goesTo: 'network',
  endsOn: '',
  nameless: 'yes',
}

async function prepared(title: string): Promise<string> {
  const made = await world.as('sam').post(all, { title, about: '', judgeBy: '2099-12-11' }).expect(303)
  const address = made.get('location')!
  await world.as('sam').post(`${address}/criteria`, { name: 'Order', levels: sheet }).expect(303)
  for (const person of ['sam', 'gwen', 'kasia'])
    await world
      .as(person === 'sam' ? 'sam' : 'sam')
      .post(`${address}/judges`, { person })
      .expect(303)
  return address
}

async function put(address: string, change: Record<string, string> = {}, as = 'sam'): Promise<string> {
  let form = world.as(as).send(`${address}/pieces/files`)
  for (const [name, value] of Object.entries({ ...own, ...change })) form = form.field(name, value)
  await form.expect(303)
  const { id } = await world.db
    .selectFrom('moderationPieces')
    .select('id')
    .where('roundId', '=', address.split('/').at(-1)!)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  return `${address}/pieces/${id}`
}

async function criterion(address: string): Promise<string> {
  const { id } = await world.db
    .selectFrom('moderationCriteria')
    .select('id')
    .where('roundId', '=', address.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  return `c-${id}`
}

/** A round with one piece that three have judged, and that is open. */
async function opened(
  title: string,
  change: Record<string, string> = {},
): Promise<{ address: string; piece: string; field: string }> {
  const address = await prepared(title)
  const piece = await put(address, change)
  const field = await criterion(address)
  await world.as('sam').post(`${address}/beginning`).expect(303)
  for (const [person, level, because] of [
    ['sam', '2', 'It goes on.'],
    ['gwen', '3', 'I was led.'],
    ['kasia', '2', ''],
  ] as const)
    await world
      .as(person)
      .post(`${piece}/judgement`, { [field]: level, because })
      .expect(303)
  await world.as('sam').post(`${address}/opening`).expect(303)
  return { address, piece, field }
}

async function agreed(title: string, change: Record<string, string> = {}) {
  const round = await opened(title, change)
  const id = round.piece.split('/').at(-1)!
  await world
    .as('gwen')
    .post(`/texts/moderation%20reason/${id}/reason`, { body: `Then leads us upstairs in ${title}.`, version: 0 })
    .expect(303)
  await world
    .as('sam')
    .post(`${round.piece}/agreement`, { [round.field]: '2' })
    .expect(303)
  return { ...round, example: `${all}/examples/${id}` }
}

describe('how far people agree', () => {
  // The example of Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability: four observers, twelve units, some missing.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ]
  const units = Array.from({ length: 12 }, (_, at) => observers.map(one => one[at]!).filter(one => one > 0))

  test('is worked out as Krippendorff does', () => expect(alphaOf(units)).toBeCloseTo(0.815, 3))

  test('is full, by chance, or cannot be told', () => {
    expect(
      alphaOf([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toBe(1)
    expect(
      alphaOf([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull()
    expect(alphaOf([[1], [2]])).toBeNull()
    expect(
      alphaOf([
        [1, 2],
        [2, 1],
      ]),
    ).toBeLessThan(0)
    expect(
      alphaInWords([
        [1, 1],
        [1, 1],
      ]),
    ).toContain('Everybody gave everything the same level')
    expect(pairsIn([[1, 2, 4]])).toEqual({ pairs: 3, same: 0, near: 1 })
  })
})

describe('a round', () => {
  test('is open to those who judge in it and its leader alone, whatever anybody’s role; others may ask to be let in', async () => {
    const address = await prepared('Ours')
    for (const person of ['sam', 'gwen', 'kasia']) expect((await world.as(person).get(address)).status).toBe(200)
    for (const person of ['nia', 'imran', 'sadia', 'dilys', 'fiona', 'alex', 'ruth'])
      expect((await world.as(person).get(address)).status).toBe(404)
    const listed = (await world.as('sadia').get(all)).text
    expect(listed).toMatch(/Ours[\s\S]*Ask to judge/)
    expect(listed).not.toContain(`href="${address}"`)
  })

  test('cannot begin before it has a sheet, a piece and two who judge', async () => {
    const made = await world.as('sam').post(all, { title: 'Empty', about: '', judgeBy: '2099-12-11' })
    const page = await world.as('sam').post(`${made.get('location')!}/beginning`)
    expect(page.status).toBe(409)
    expect(page.text).toContain('a sheet: what is looked at, with its levels, pupils’ work to judge and two colleagues')
  })

  test('takes two to seven levels, each with a name of its own, and keeps every word', async () => {
    const address = await prepared('Levels')
    for (const [levels, said] of [
      ['One', 'Two levels are the least'],
      ['1\n2\n3\n4\n5\n6\n7\n8', 'Seven levels are the most'],
      ['Same\nSame', 'Give each level a name of its own'],
    ] as const) {
      const page = await world.as('sam').post(`${address}/criteria`, { name: 'Spelling', levels })
      expect(page.status).toBe(422)
      expect(page.text).toContain(said)
      expect(page.text).toContain('Spelling')
    }
    expect((await world.as('gwen').post(`${address}/criteria`, { name: 'x', levels: sheet })).status).toBe(403)
  })

  test('takes over the sheet of an earlier round', async () => {
    const from = await prepared('Earlier')
    const made = await world.as('sam').post(all, { title: 'Later', about: '', judgeBy: '2099-01-11' })
    const address = made.get('location')!
    expect((await world.as('sam').get(address)).text).toContain('Take over the sheet of “Earlier”')
    await world
      .as('sam')
      .post(`${address}/sheets/${from.split('/').at(-1)}`)
      .expect(303)
    expect((await world.as('sam').get(address)).text).toContain('the reader is led')
    expect((await world.as('nia').post(`${address}/sheets/${from.split('/').at(-1)}`)).status).toBe(404)
  })

  test('asks whoever brings work for consent, and that no name is on it', async () => {
    const address = await prepared('Consent')
    for (const [change, said] of [
      [{ nameless: '' }, 'Look it through first'],
      [{ seen: 'pupils' }, 'Say who agreed'],
      [{ words: '' }, 'Add a picture, a PDF or a text'],
      [{ school: 'quay' }, 'Choose a school of the network'],
    ] as const) {
      let form = world.as('gwen').send(`${address}/pieces/files`)
      for (const [name, value] of Object.entries({ ...own, ...change })) form = form.field(name, value)
      const page = await form
      expect(page.status).toBe(422)
      expect(page.text).toContain(said)
      expect(page.text).toContain('Year 4 recount, the flood')
    }
  })
})

describe('alone', () => {
  test('nobody sees what the others said, or how, before the round is opened', async () => {
    const address = await prepared('Alone')
    const piece = await put(address)
    const field = await criterion(address)
    await world.as('sam').post(`${address}/beginning`)
    await world.posted()
    expect(
      world.letters
        .filter(one => one.subject.endsWith('Alone'))
        .map(one => one.to)
        .sort(),
    ).toEqual(['gwen@schools.example', 'kasia@schools.example'])
    expect((await world.as('gwen').get('/')).text).toContain('1 piece of pupils’ work to judge in “Alone”')
    await world
      .as('gwen')
      .post(`${piece}/judgement`, { [field]: '3', because: 'I was led.' })
      .expect(303)
    for (const person of ['sam', 'kasia']) {
      expect((await world.as(person).get(piece)).text).not.toContain('I was led.')
      expect((await world.as(person).get(address)).text).not.toContain('Side by side')
    }
    expect((await world.as('gwen').get(piece)).text).toContain('I was led.')
    await world
      .as('gwen')
      .post(`${piece}/judgement`, { [field]: '2', because: 'On a second look.' })
      .expect(303)
    expect((await world.as('gwen').post(`${piece}/judgement`, { because: 'no level' })).status).toBe(422)
    expect((await world.as('gwen').post(`${piece}/judgement`, { [field]: '9' })).status).toBe(422)
    expect((await world.as('nia').post(`${piece}/judgement`, { [field]: '2' })).status).toBe(404)
    expect((await world.as('gwen').post(`${address}/criteria`, { name: 'x', levels: sheet })).status).toBe(403)
  })

  test('the work is shown without its school', async () => {
    const address = await prepared('Blind')
    const piece = await put(address)
    await world.as('sam').post(`${address}/beginning`)
    const { text } = await world.as('kasia').get(piece)
    expect(text).toContain('Then we went upstares.')
    expect(text).not.toContain('Weir Lane')
  })
})

describe('together', () => {
  test('what each said stands side by side for those who have judged, and stands', async () => {
    const { address, piece, field } = await opened('Together')
    const page = await world.as('kasia').get(piece)
    for (const said of ['I was led.', 'It goes on.', 'Gwen Llŷr-Hughes']) expect(page.text).toContain(said)
    expect((await world.as('gwen').post(`${piece}/judgement`, { [field]: '2' })).status).toBe(403)
    const round = await world.as('gwen').get(address)
    expect(round.text).toContain('How far you agreed before you talked')
    expect(round.text).toContain('33 %')
    expect(round.text).toContain('worth talking about')
  })

  test('whoever has not judged a piece sees nothing of it until they have', async () => {
    const address = await prepared('Late')
    const piece = await put(address)
    const field = await criterion(address)
    await world.as('sam').post(`${address}/beginning`)
    await world.as('gwen').post(`${piece}/judgement`, { [field]: '3', because: 'I was led.' })
    await world.as('sam').post(`${address}/opening`)
    expect((await world.as('kasia').get(piece)).text).not.toContain('I was led.')
    expect((await world.as('sam').get(piece)).text).not.toContain('I was led.')
    const id = piece.split('/').at(-1)!
    expect(
      (await world.as('kasia').post(`/texts/moderation%20reason/${id}/reason`, { body: 'x', version: 0 })).status,
    ).toBe(404)
    expect((await world.as('sam').post(`${piece}/agreement`, { [field]: '2' })).status).toBe(403)
    await world
      .as('kasia')
      .post(`${piece}/judgement`, { [field]: '1', because: '' })
      .expect(303)
    expect((await world.as('kasia').get(piece)).text).toContain('I was led.')
  })

  test('it is agreed with a reason, and becomes an example for the network', async () => {
    const { piece, field } = await opened('Reason first')
    const without = await world.as('sam').post(`${piece}/agreement`, { [field]: '2' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Write down together why')
    expect((await world.as('gwen').post(`${piece}/agreement`, { [field]: '2' })).status).toBe(403)

    const { example, address } = await agreed('Agreed')
    const page = await world.as('sadia').get(example).expect(200)
    for (const said of ['Then leads us upstairs in Agreed.', 'Secure', 'one follows from the other'])
      expect(page.text).toContain(said)
    for (const hidden of ['I was led.', 'Gwen', 'Weir Lane']) expect(page.text).not.toContain(hidden)
    expect((await world.as('sadia').get(`${all}/examples?criterion=Order&level=Secure`)).text).toContain(example)
    expect((await world.as('sadia').get(`${all}/examples?criterion=Order&level=Beyond`)).text).not.toContain(example)
    expect((await world.as('sadia').get('/search?q=upstairs+agreed')).text).toContain(example)
    for (const person of ['dilys', 'fiona', 'alex', 'ruth']) {
      expect((await world.as(person).get(example)).status).toBe(404)
      expect((await world.as(person).get('/search?q=upstairs+agreed')).text).not.toContain(example)
    }
    await world.as('sam').post(`${address}/finishing`).expect(303)
    const nia = await world.person('nia')
    const term = await world.db.selectFrom('terms').selectAll().executeTakeFirstOrThrow()
    const network = await findNetwork(world.db, nia, 'hafren')
    const told = JSON.stringify(
      await moderationInReport.blocks(world.db, network, term, { from: '2026-01-01', until: '2030-01-01' }),
    )
    expect(told).toContain('“Agreed”')
    expect(told).not.toContain('upstairs')
  })

  test('it is talked of again, and is no example meanwhile', async () => {
    const { piece, example } = await agreed('Again')
    await world.as('sam').post(`${piece}/agreement/again`).expect(303)
    expect((await world.as('sadia').get(example)).status).toBe(404)
    expect((await world.as('sadia').get('/search?q=upstairs+again')).text).not.toContain(example)
  })
})

describe('pupils’ work', () => {
  test('that only those who judge may see becomes no example', async () => {
    const { example, piece } = await agreed('Judges only', { goesTo: 'judges' })
    expect((await world.as('gwen').get(piece)).status).toBe(200)
    expect((await world.as('sadia').get(example)).status).toBe(404)
  })

  test('is shown to nobody after its last day, or once its school refuses', async () => {
    const ended = await agreed('Ended', { endsOn: '2026-01-31' }).catch(() => undefined)
    expect(ended).toBeUndefined()
    const { example, piece } = await agreed('Refused')
    const refusal = { id: 'r', schoolId: 'weir', content: 'pupil work', audience: 'school', because: 'x' } as const
    await world.db
      .insertInto('schoolRefusals')
      .values({ ...refusal, recordedAt: '2026-11-01', recordedBy: 'zofia' })
      .execute()
    for (const [person, address] of [
      ['gwen', piece],
      ['sadia', example],
    ] as const)
      expect((await world.as(person).get(address)).status).toBe(404)
    await world.db.deleteFrom('schoolRefusals').where('id', '=', 'r').execute()
    expect((await world.as('gwen').get(piece)).status).toBe(200)
  })

  test('is erased with all that was said of it when it is taken out', async () => {
    const { example, piece, address } = await agreed('Taken out')
    const id = piece.split('/').at(-1)!
    expect((await world.as('gwen').post(`${piece}/removal`, { because: 'x' })).status).toBe(403)
    await world.as('sam').post(`${piece}/removal`, { because: 'The parents asked.' }).expect(303)
    for (const [person, at] of [
      ['gwen', piece],
      ['sadia', example],
    ] as const)
      expect((await world.as(person).get(at)).status).toBe(404)
    expect((await world.as('gwen').get(address)).text).toContain('1 piece was withdrawn since')
    const row = await world.db.selectFrom('moderationPieces').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect([row.title, row.words, row.reason]).toEqual(['', '', ''])
    const said = await world.db.selectFrom('moderationJudgements').select('because').where('pieceId', '=', id).execute()
    expect(said.every(one => one.because === '')).toBe(true)
    const text = await world.db.selectFrom('texts').select('body').where('owner', '=', id).executeTakeFirstOrThrow()
    expect(text.body).toBe('')
  })
})

test('the day by which to judge stands in the calendar of those who judge', async () => {
  const address = await prepared('Calendar')
  const span = { from: '2099-12-01', until: '2099-12-31' }
  const of = async (person: string) =>
    datesOfAll([moderationDates], { db: world.db, person: await world.person(person), networkIds: ['hafren'], ...span })
  const href = address
  expect((await of('gwen')).some(one => one.href === href && one.starts === '2099-12-11')).toBe(true)
  expect((await of('nia')).some(one => one.href === href)).toBe(false)
})
