import { beforeAll, describe, expect, test } from 'vitest'
import { judgements } from '../../src/evaluation/words.js'
import { effectsAtAGlance } from '../../src/handouts/effects-at-a-glance.js'
import { text } from '../../src/documents/making-blocks.js'
import { all, allWords, folded, readBack, type Reading, wordsIn } from '../pdf/reading.js'
import { unzipped } from '../copies/reading-copies.js'
import { newWorld } from '../world.js'
import { answersOffered } from './answering-as-offered.js'
import { changes, claims, makeLunchGroup, nothingCame, objection } from './lunch-group.js'

// What a group that nobody prepared brings out, in every form, is read word by word.

const world = newWorld()
let work: string
const written: Record<string, string> = {}
let whole: Reading
let poster: Reading

async function bytesOf(address: string, person = ''): Promise<Buffer> {
  const answer = await (person ? world.as(person) : world.stranger)
    .get(address)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => done(null, Buffer.concat(chunks)))
    })
  expect(answer.status, address).toBe(200)
  return answer.body as Buffer
}

const spoken = (reading: Reading) => folded(allWords(reading)).replace(/\s+/g, ' ')

beforeAll(async () => {
  const group = await makeLunchGroup(world)
  const { id } = await world.db
    .selectFrom('writeUps')
    .select('id')
    .where('groupId', '=', group)
    .executeTakeFirstOrThrow()
  await world.as('alys').post(`/write-ups/${id}/submission`).expect(303)
  const waiting = await world.as('nia').get(`/write-ups/${id}/submission`)
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(waiting.text)![1]!
  await world.as('nia').post(`/write-ups/${id}/publication`, { hash }).expect(303)
  const { slug } = await world.db.selectFrom('editions').select('slug').where('ofId', '=', id).executeTakeFirstOrThrow()
  work = `/published/write-ups/${slug}`
  whole = await readBack(await bytesOf(`${work}.pdf`))
  poster = await readBack(await bytesOf(`${work}/poster-a1.pdf`))
  written['the write-up'] = spoken(whole)
  written['the poster'] = spoken(poster)
  for (const form of ['summary', 'slides'])
    written[`the ${form}`] = spoken(await readBack(await bytesOf(`${work}/${form}.pdf`)))
  const slides = await unzipped(await bytesOf(`${work}/slides.pptx`))
  written['the slides for PowerPoint'] = [...slides]
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map(([, bytes]) => [...bytes.toString().matchAll(/<a:t>([^<]*)/g)].map(found => found[1]).join(' '))
    .join(' ')
    .replaceAll('&apos;', '’')
    .replace(/\s+/g, ' ')
  const answers = (await answersOffered(world, 'nia', work)).toString()
  written['the anonymous copy'] = spoken(await readBack(await bytesOf(`${work}/anonymous.pdf?${answers}`, 'nia')))
  await world.as('alys').post(`/groups/${group}/reports/autumn-2026/sending`, { releaseDays: '' }).expect(303)
  const report = await bytesOf('/networks/hafren/reports/autumn-2026.pdf', 'nia')
  written['the termly report'] = spoken(await readBack(report))
}, 400_000)

describe.each(['the summary', 'the poster', 'the slides', 'the slides for PowerPoint'])('%s', form => {
  test('tells the answer with how sure the group is and the strongest objection, one beside the other', () => {
    expect(written[form]).toContain(claims.table)
    expect(written[form]).toMatch(
      new RegExp(
        `We are sure\\.( “.*?” said a girl in Year 3\\.)? But: ${objection}\\. One more piece speaks against it\\.`,
      ),
    )
  })

  test('prints no hunch as if it were sure, and no lead as if it were found', () => {
    const told = written[form]!
    if (told.includes(claims.quiet)) expect(told).toMatch(new RegExp(`${claims.quiet} This is a hunch\\.`))
    expect(told).not.toContain('change our minds')
    expect(told).not.toContain(changes)
  })

  test('says where it came to nothing', () => {
    const drawn =
      form === 'the poster'
        ? all(poster, 'Figure')
            .map(figure => figure.alt)
            .join(' ')
        : ''
    expect(`${written[form]} ${drawn}`).toMatch(/Cedar School[:,] (?:it )?made no difference we could see/i)
  })
})

test('no school is named in any form, and pseudonyms stand in an order of their own', () => {
  // The report of the network names the schools of its other groups.
  for (const [form, told] of Object.entries(written).filter(([name]) => name !== 'the termly report')) {
    expect(told, form).not.toMatch(/Coed-y|Weir|Bryn/)
    if (form !== 'the poster') expect(told, form).toContain('Ash School, Birch School and Cedar School')
  }
  const grid = all(whole, 'TH').map(cell => folded(wordsIn(whole, cell)))
  const schools = grid.filter(cell => / School$/.test(cell))
  expect(schools.slice(0, 3)).toEqual(['Ash School', 'Birch School', 'Cedar School'])
  expect(written['the write-up']).toMatch(/Ash School: Alys.*Birch School: Sam.*Cedar School: Huw/)
})

test('what would change minds is a line beneath its claim, and no heading', () => {
  expect(written['the write-up']).toContain(`What would change our minds. ${changes}`)
  for (const role of ['H2', 'H3', 'H4'])
    for (const heading of all(whole, role)) expect(wordsIn(whole, heading)).not.toContain('change our minds')
})

test('what is counted in one place is counted so in every other', () => {
  const told = written['the write-up']!
  expect(told).toContain('2 pieces speak for it, 2 against.')
  expect([...told.matchAll(/(\d+) pieces of evidence/g)].map(found => found[1])).toEqual(['5', '5', '5'])
  expect(told).toContain(
    '1 recommendation was sent to 4 schools, which makes 4 answers in all: 2 have come, and 1 may be told',
  )
  expect(told).toMatch(
    /1 school has answered, for the group alone\. 1 school has not answered yet\. 1 school has no head here/,
  )
  expect(told).not.toContain('We tried it.')
  expect(written['the summary']).toContain('3 colleagues logged 5 pieces of evidence in 3 schools')
})

test('the anonymous copy names no author, school, pupil or network, and nothing twice', () => {
  const told = written['the anonymous copy']!
  expect(told).not.toMatch(/Alys|Sam\b|Huw|Nia|Hafren|Coed-y|Weir|Bryn/)
  expect(told).toMatch(/By Colleague [AB], Colleague [AB] and the lead learner/)
  expect(told).toContain('Ash School: the lead learner •')
  expect(told).toContain(`Against it speaks E3: ${objection}. So does one more piece.`)
  expect(told).toContain(nothingCame)
  expect(told).not.toContain('Edition 1')
})

test('a claim with one piece says so once', () => {
  for (const [form, told] of Object.entries(written))
    expect(told, form).not.toContain('One piece of evidence speaks for it')
  expect(written['the write-up']).toContain(
    '1 piece speaks for it, none against. All that speaks for it comes from one school',
  )
})

test('the termly report tells of the group what it sent, under its pseudonyms, and nothing twice', () => {
  const told = written['the termly report']!
  const from = told.indexOf('Seats at lunch Whom do children')
  const place = told.slice(from, told.indexOf('Talk in mathematics What happens', from))
  expect(place).toContain(
    'We logged 5 pieces of evidence from 3 schools, made 2 claims, agreed to 1 action and sent 1 recommendation',
  )
  expect(place).toContain(
    `Still open: • ${claims.table} (2 pieces speak for it, 2 against). • ${claims.quiet} (a hunch`,
  )
  expect(place).not.toMatch(/Coed-y|Weir|Bryn|still open:/)
  const answers = told.slice(told.lastIndexOf('Recommendations and answers'))
  expect(answers).toContain('2 of 4 schools answered. Birch School: accepted.')
  expect(answers).not.toMatch(/Coed-y|Weir|Bryn|declined/)
})

test('a head’s dossier names no other school', async () => {
  for (const [school, head] of [
    ['weir', 'imran'],
    ['river', 'owen'],
  ] as const) {
    const told = spoken(await readBack(await bytesOf(`/networks/hafren/dossiers/${school}.pdf`, head)))
    expect(told).toContain('E1 Who sat with whom: observation, Ash School, 2 March 2026')
    expect(told).not.toMatch(/Coed-y|Bryn/)
  }
})

test('every judgement of an effect has its mark on a poster, and other words have none', () => {
  const table = (cell: string) => ({
    kind: 'table' as const,
    head: [text('What we tried'), text('Ash School')],
    rows: [[text('Draw seats by lot'), text(cell)]],
    alignment: [null, null],
  })
  for (const judgement of judgements) expect(effectsAtAGlance(table(judgement)), judgement).toBeDefined()
  expect(effectsAtAGlance(table('they rather liked it'))).toBeUndefined()
})
