import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { questionIn } from '../../src/search/asking/question.js'
import { fullTextOf } from '../../src/search/index/full-text.js'
import { newWorld } from '../world.js'

const { db } = newWorld()

test('of a text as long as a book the first word is found, and the last, and one that stands everywhere', async () => {
  const book = Array.from({ length: 150_000 }, (_, at) => (at % 10 === 0 ? 'everywhere' : `word${at % 20_000}`))
  const words = ['aardvark', ...book, 'zebrafinch'].join(' ')
  const entry = { record: 'a book', title: 'A book', words, day: '2026-11-30', readers: ['all'], about: {} }
  await inOne(db, trx => fullTextOf(trx).put(trx, 'piece', entry as never))
  const found = async (q: string) =>
    (await fullTextOf(db).newest(db, { question: questionIn(q), readers: ['all'] }, null, 10)).entries.length
  for (const word of ['aardvark', 'zebrafinch', 'everywhere', 'word19999', '"aardvark everywhere"'])
    expect([word, await found(word)]).toEqual([word, 1])
  for (const missing of ['okapi', 'word20000', '"zebrafinch aardvark"'])
    expect([missing, await found(missing)]).toEqual([missing, 0])
  await inOne(db, trx => fullTextOf(trx).takeOut(trx, 'piece', ['a book']))
})
