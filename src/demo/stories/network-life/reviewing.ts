import { createHash } from 'node:crypto'
import { inOne } from '../../../database.js'
import type { House } from '../../../house.js'
import { finishAnswers, saveAnswers } from '../../../reviews/answering/papers.js'
import { becameElsewhere, choose, findChosen, finish, takeOn, tellItems } from '../../../reviews/choosing/choosing.js'
import { askedOf, itemsOf } from '../../../reviews/instruments/index.js'
import type { Instrument } from '../../../reviews/instruments/instrument.js'
import { findInstrument, instrumentsFor, makeInstrument } from '../../../reviews/instruments/own.js'
import { closeRound } from '../../../reviews/rounds/closing.js'
import { ask, peopleToAsk } from '../../../reviews/rounds/company.js'
import { beginRound, openRound, setTalk } from '../../../reviews/rounds/doing.js'
import type { ReviewRound } from '../../../reviews/tables.js'
import { reviewMaterials } from '../../material/reviews/index.js'
import { ownInstrument } from '../../material/reviews/meetings.js'
import type { ReviewMaterial } from '../../material/reviews/types.js'
import { castPerson, type Deed, moment } from '../deeds.js'

const network = { id: 'hafren' }

/** The network looks at itself: reviews are opened, answered, closed, talked about, and something is chosen. */
export function reviewDeeds(house: House): Deed[] {
  const ids = new Map<string, string>()
  return [
    { at: moment(ownInstrument.on, '16:10'), act: () => makeOwn(house) },
    ...reviewMaterials.flatMap(one => deedsOf(house, one, ids)),
  ]
}

async function makeOwn(house: House): Promise<void> {
  const { db } = house
  const leader = await castPerson(house, ownInstrument.by)
  const { name, about, parts } = ownInstrument
  const words = { name, about, parts: parts.map(part => ({ id: null, keep: [], ...part })) }
  await inOne(db, trx => makeInstrument(trx, network, leader, words, null))
}

function deedsOf(house: House, material: ReviewMaterial, ids: Map<string, string>): Deed[] {
  const { key, opened, closed, talk, told, chosen = [], by } = material
  const { db } = house
  const round = () => roundBy(house, ids.get(key)!)
  const deeds: Deed[] = [
    { at: moment(opened, '08:20'), act: async () => ids.set(key, await open(house, material, ids)) },
    { at: moment(opened, '16:30', 40), act: async () => answerAll(house, material, await round()) },
  ]
  if (closed)
    deeds.push({
      at: moment(closed, '17:05'),
      act: async () => {
        const [row, person] = [await round(), await castPerson(house, by)]
        await inOne(db, trx => closeRound(trx, row, person))
      },
    })
  if (closed && talk)
    deeds.push({
      at: moment(closed, '17:10'),
      act: async () => {
        const [row, person] = [await round(), await castPerson(house, by)]
        await inOne(db, trx => setTalk(trx, row, person, { talkOn: talk.on, talkWhere: talk.where }))
      },
    })
  if (closed && told)
    deeds.push({
      at: moment(closed, '17:15'),
      act: async () => {
        const [row, person] = [await round(), await castPerson(house, by)]
        await inOne(db, trx => tellItems(trx, row, person, told))
      },
    })
  for (const [at, point] of chosen.entries()) {
    let id = ''
    deeds.push({
      at: moment(point.on, '17:20', at),
      act: async () => {
        const [row, person] = [await round(), await castPerson(house, by)]
        id = await inOne(db, trx => choose(trx, row, person, { what: point.what, itemId: point.item }))
        const made = await findChosen(db, row, id)
        const { action, question } = point
        if (action)
          await inOne(db, trx =>
            takeOn(trx, row, made, person, { doing: action.doing, ownerId: action.owner, dueOn: action.dueOn }),
          )
        if (question) {
          const address = `/networks/${network.id}/groups/new?question=${encodeURIComponent(question)}`
          await inOne(db, trx => becameElsewhere(trx, row, made, person, { into: 'question', address }))
        }
      },
    })
    const { done } = point
    if (done)
      deeds.push({
        at: moment(done.on, '16:45'),
        act: async () => {
          const [row, person] = [await round(), await castPerson(house, done.by)]
          const made = await findChosen(db, row, id)
          await inOne(db, trx => finish(trx, row, made, person, done.cameOfIt))
        },
      })
  }
  return deeds
}

async function open(house: House, material: ReviewMaterial, ids: Map<string, string>): Promise<string> {
  const { db } = house
  const { title, why, company, answerBy, theme, follows, by, outsiders = [] } = material
  const leader = await castPerson(house, by)
  const instrument = await instrumentOf(house, material)
  const words = { title, why, company, answerBy, themeId: theme ?? null, follows: follows ? ids.get(follows)! : null }
  const id = await inOne(db, trx => beginRound(trx, network, leader, instrument, words))
  const row = await roundBy(house, id)
  const asked = theme ? (await peopleToAsk(db, network.id, theme)).map(one => one.id) : material.asked
  await inOne(db, async trx => {
    await ask(trx, row, leader, asked, 'self')
    for (const one of outsiders) await ask(trx, row, leader, [one.id], one.stands)
    await openRound(trx, row, leader)
  })
  return id
}

async function instrumentOf({ db }: House, { instrument }: ReviewMaterial): Promise<Instrument> {
  const offered = await instrumentsFor(db, network)
  const id = instrument === 'own' ? offered.find(one => one.own)!.id : instrument
  const { own: _, basedOn: __, changedAt: ___, ...found } = await findInstrument(db, network, id)
  return found
}

async function answerAll(house: House, material: ReviewMaterial, round: ReviewRound): Promise<void> {
  const instrument = await instrumentOf(house, material)
  for (const id of material.answers) {
    const person = await castPerson(house, id)
    await inOne(house.db, async trx => {
      await saveAnswers(trx, round, person, answersOf(material, instrument, id))
      await finishAnswers(trx, round, person)
    })
  }
}

/** Around the middle of each statement, one person always a little above and another below, and now and then no answer. */
function answersOf(material: ReviewMaterial, instrument: Instrument, person: string): Record<string, string> {
  const answers: Record<string, string> = {}
  const leaning = (chance(person) - 0.5) * 0.9
  for (const item of itemsOf(instrument)) {
    if (item.kind === 'place' && material.places?.[person]) answers[item.id] = material.places[person]
    for (const { key, of, choices } of askedOf(item, instrument)) {
      if (of === 'choice') answers[key] = material.chosenPhase?.[person] ?? ''
      const middles = of === 'matters' ? material.matters : material.middle
      const middle = middles?.[item.id] ?? middles?.['*']
      if (middle === undefined || chance(`${person} skips ${key} ${material.key}`) < 0.04) continue
      const noise = (chance(`${person} ${key} ${material.key}`) - 0.5) * 2.2
      answers[key] = String(Math.max(1, Math.min(choices.length, Math.round(middle + leaning + noise))))
    }
  }
  for (const one of material.said.filter(said => said.by === person)) {
    answers[one.item] = one.words
    answers[`${one.item}.share`] = one.quietly ? '' : 'yes'
  }
  return answers
}

/** The same for the same words in every demo: from 0 to 1. */
function chance(of: string): number {
  return createHash('sha256').update(of).digest().readUInt32BE(0) / 0xffff_ffff
}

function roundBy({ db }: House, id: string): Promise<ReviewRound> {
  return db.selectFrom('reviewRounds').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
