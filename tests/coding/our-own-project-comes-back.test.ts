import { beforeAll, expect, test } from 'vitest'
import { unread } from '../../src/names/names.js'
import { newWorld } from '../world.js'
import { codeWords, putCode, putWords } from './coding-world.js'

const world = newWorld()
const { db } = world

/** A letter of two places, marks and another script stand before what is coded. */
const first = '🙂 Mali said: “I chose it because Jac did.” Tŷ bach & <b>łódź</b>.\n\nThen بلال asked for the next one.'
const second = 'Nobody asked. We waited, and then two did.'

/** What is coded in a group, in words: the way to the code, what it means, and the words that have it. */
async function codedIn(group: string) {
  const codes = await db.selectFrom('codes').selectAll().where('groupId', '=', group).execute()
  const book = unread(codes)
  const wayTo = (id: string | null): string[] => {
    const code = book.find(one => one.id === id)
    return code ? [...wayTo(code.parentId), code.name] : []
  }
  const rows = await db
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .select(['codings.codeId', 'passages.words', 'passages.startsAt', 'readableTexts.words as text'])
    .where('codings.groupId', '=', group)
    .where('codings.removedAt', 'is', null)
    .execute()
  return {
    codes: book.map(code => `${wayTo(code.id).join(' > ')}: ${code.description}`).sort(),
    passages: rows.map(row => `${wayTo(row.codeId).join(' > ')}: ${row.words} @ ${row.startsAt} in ${row.text}`).sort(),
  }
}

async function memosIn(group: string): Promise<string[]> {
  const rows = await db
    .selectFrom('memoWords')
    .innerJoin('memos', 'memos.id', 'memoWords.memoId')
    .select('memoWords.words')
    .where('memos.groupId', '=', group)
    .execute()
  return rows.map(row => String(row.words)).sort()
}

async function projectOf(group: string, person: string): Promise<Buffer> {
  const posted = await world.as(person).post(`/groups/${group}/copies`, { form: 'project', audience: 'group' })
  const page = await world.as(person).get(posted.headers.location!)
  const answer = await world
    .as(person)
    .get(/href="(\/copies\/[^"]+\/[^"]+)"/.exec(page.text)![1]!)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  return answer.body as Buffer
}

beforeAll(async () => {
  const choosing = await putCode(world, 'Choosing <freely>', { description: 'When & where' })
  const friends = await putCode(world, 'Friends', { parentId: choosing.id, description: 'Who read it first' })
  const waiting = await putCode(world, 'Waiting')
  const one = await putWords(world, first)
  const two = await putWords(world, second)
  await codeWords(world, one, 'I chose it because Jac did.', [friends, choosing])
  await codeWords(world, one, 'Then بلال asked', [choosing])
  await codeWords(world, two, 'We waited', [waiting])
})

test('a project that was taken away here and is brought in by another group is the same: codes, texts and what is coded', async () => {
  const bytes = await projectOf('reading', 'sadia')
  const sent = await world.as('kasia').send('/groups/outdoors/codes/imports').attach('file', bytes, 'reading.qdpx')
  expect(sent.status).toBe(303)
  const preview = await world.as('kasia').get(String(sent.headers.location))
  expect(preview.text).toContain('3 new codes')
  await world.as('kasia').post(String(sent.headers.location), { audience: 'group' }).expect(303)

  const [here, there] = [await codedIn('reading'), await codedIn('outdoors')]
  expect(here.passages).toHaveLength(4)
  expect(there.codes).toEqual(here.codes)
  expect(there.passages).toEqual(here.passages)
  expect(await memosIn('outdoors')).toEqual(await memosIn('reading'))
})
