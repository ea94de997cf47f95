import { beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { makeInstrument, findInstrument } from '../../src/instruments/instruments.js'
import { findMeasure, measure, shareNumbers } from '../../src/instruments/measures/measures.js'
import { askedByLink, giveAnswers } from '../../src/instruments/questionnaires/answering.js'
import { makeLinks } from '../../src/instruments/questionnaires/asking-by-link.js'
import { closeQuestionnaire } from '../../src/instruments/questionnaires/closing.js'
import { openQuestionnaire } from '../../src/instruments/questionnaires/opening.js'
import { findQuestionnaire } from '../../src/instruments/questionnaires/questionnaires.js'
import { questionsOf, templateNamed } from '../../src/instruments/templates.js'
import { written } from '../../src/names/written.js'
import { newWorld } from '../world.js'
import { unzipped } from './reading-copies.js'

const world = newWorld()
const { db } = world

beforeAll(async () => {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(db, sadia, 'reading')
  const add = (schoolId: string, value: number, pupils: number | null, name = 'Minutes read') =>
    inOne(db, trx => measure(trx, enquiry, sadia, { schoolId, measure: name, measuredOn: '2026-03-05', value, pupils }))
  await add('weir', 41.5, 24)
  await add('bryn', 4711, 4)
  await add('river', 6933, null)
  await add('river', 5511, 23, 'Spelling')
  await add('river', 5522, 20, 'Spelling, girls')
  const row = await db
    .selectFrom('measures')
    .select('id')
    .where('name', '=', written('Minutes read'))
    .executeTakeFirstOrThrow()
  const weir = { id: 'weir', name: 'Weir Lane Primary' }
  await inOne(db, async trx => shareNumbers(trx, await findMeasure(trx, sadia, row.id), sadia, weir, true))
  const template = templateNamed('staff-confidence')!
  const instrument = await inOne(db, trx =>
    makeInstrument(trx, enquiry, sadia, { ...template, questions: questionsOf(template) }),
  )
  const ask = async (answers: number) => {
    const found = await findInstrument(db, sadia, instrument)
    const id = await inOne(db, trx => openQuestionnaire(trx, found, sadia, '2099-01-01'))
    const [token] = await inOne(db, async trx => makeLinks(trx, await findQuestionnaire(trx, sadia, id), 0))
    for (let at = 0; at < answers; at++) {
      const asked = await askedByLink(db, token!)
      const said = { [asked.questions[0]!.id]: '4', ...(at === 0 ? { [asked.questions[5]!.id]: 'Said by one' } : {}) }
      await inOne(db, trx => giveAnswers(trx, asked, said, { token: token! }))
    }
    if (answers !== 3)
      await inOne(db, async trx => closeQuestionnaire(trx, await findQuestionnaire(trx, sadia, id), sadia))
  }
  for (const answers of [6, 4, 3]) await ask(answers)
})

async function copied(form: string, audience: string): Promise<string> {
  const posted = await world.as('sadia').post('/groups/reading/copies', { form, audience })
  expect(posted.status).toBe(303)
  const page = (await world.as('sadia').get(posted.headers.location!)).text
  const answer = await world
    .as('sadia')
    .get(/href="(\/copies\/[^"]+\/[^"]+)"/.exec(page)![1]!)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  return [...(await unzipped(answer.body as Buffer))].map(([name, bytes]) => `${name}\n${bytes.toString()}`).join('\n')
}

test.each(['folder', 'workbook'])(
  'a %s for the group holds its measures and the closed questionnaire, and nothing that tells of fewer than five',
  async form => {
    const everything = await copied(form, 'group')
    for (const there of ['Minutes read', '41.5', '5511', 'fewer than 5', 'How sure do you feel about teaching this?'])
      expect([there, everything.includes(there)]).toEqual([there, true])
    expect(everything).toContain('held back')
    expect(everything).toContain('fewer than five answered this')
    expect(everything).not.toMatch(/4711|6933|5522|Said by one/)
  },
)

test.each(['folder', 'workbook'])('a %s for the network holds only what a school shares with it', async form => {
  const everything = await copied(form, 'network')
  expect(everything).toContain('41.5')
  expect(everything).not.toMatch(/Spelling|5511|4711/)
  expect(everything).not.toContain('How sure do you feel about teaching this?')
})

test('a copy for anybody further out holds no measure, and says so', async () => {
  const everything = await copied('folder', 'public')
  expect(everything).not.toContain('41.5')
  expect(everything).toContain('a school shares its numbers with the network at the furthest')
})
