import { inOne } from '../../src/database.js'
import { finishAnswers, saveAnswers } from '../../src/reviews/answering/papers.js'
import { builtInInstruments } from '../../src/reviews/instruments/index.js'
import type { Instrument } from '../../src/reviews/instruments/instrument.js'
import { closeRound } from '../../src/reviews/rounds/closing.js'
import { ask } from '../../src/reviews/rounds/company.js'
import { beginRound, openRound } from '../../src/reviews/rounds/doing.js'
import type { ReviewRound, Stands } from '../../src/reviews/tables.js'
import type { World } from '../world.js'

export const all = '/networks/hafren/reviews'

export const instrument = (id: string): Instrument => builtInInstruments.find(one => one.id === id)!

/** Twelve of the network. */
export const twelve = [
  'nia',
  'rhian',
  'tomasz',
  'sadia',
  'gwen',
  'sam',
  'kasia',
  'ifan',
  'bilal',
  'eleri',
  'mair',
  'imran',
]

export async function rowOf(world: World, id: string): Promise<ReviewRound> {
  return world.db.selectFrom('reviewRounds').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

interface Asking {
  people: string[]
  outsiders?: { id: string; stands: Stands }[]
  of?: Instrument
  title?: string
  open?: boolean
  by?: string
  themeId?: string | null
}

/** A round that is open, unless it is said otherwise. */
export async function roundOf(world: World, asking: Asking): Promise<string> {
  const leader = await world.person(asking.by ?? 'nia')
  const words = {
    title: asking.title ?? 'How we lead together',
    why: '',
    company: 'the heads and others',
    answerBy: '2099-12-11',
  }
  const id = await inOne(world.db, trx =>
    beginRound(trx, { id: 'hafren' }, leader, asking.of ?? instrument('sharing-leadership'), {
      ...words,
      themeId: asking.themeId ?? null,
      follows: null,
    }),
  )
  const row = await rowOf(world, id)
  await inOne(world.db, trx => ask(trx, row, leader, asking.people, 'self'))
  for (const one of asking.outsiders ?? []) await inOne(world.db, trx => ask(trx, row, leader, [one.id], one.stands))
  if (asking.open !== false) await inOne(world.db, trx => openRound(trx, row, leader))
  return id
}

/** What these people say, each to the same statement. */
export async function answer(world: World, id: string, said: Record<string, Record<string, string>>): Promise<void> {
  const row = await rowOf(world, id)
  for (const [person, answers] of Object.entries(said)) {
    const one = await world.person(person)
    await inOne(world.db, trx => saveAnswers(trx, row, one, answers))
    await inOne(world.db, trx => finishAnswers(trx, row, one))
  }
}

export async function close(world: World, id: string, by = 'nia'): Promise<void> {
  const leader = await world.person(by)
  const row = await rowOf(world, id)
  await inOne(world.db, trx => closeRound(trx, row, leader))
}

/** All say the same of one statement. */
export const allSay = (people: string[], answers: Record<string, string>): Record<string, Record<string, string>> =>
  Object.fromEntries(people.map(one => [one, answers]))

/** What was closed before lies more than a year back, so that nothing is held against it. */
export async function letTimePass(world: World): Promise<void> {
  await world.db
    .updateTable('reviewRounds')
    .set({ closedAt: '2024-11-20T09:00:00.000Z' })
    .where('closedAt', 'is not', null)
    .execute()
}
