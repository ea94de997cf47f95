import { inOne } from '../../database.js'
import { beginNextCycle } from '../../enquiries/cycles/beginning-next-cycle.js'
import type { CarryForward } from '../../enquiries/cycles/between-cycles.js'
import { finishCycle } from '../../enquiries/cycles/finishing.js'
import { moveStage } from '../../enquiries/stages/moving-stage.js'
import { addContextCard, addExpertise, addSuccessSign, judgeLeverage } from '../../enquiries/records/recording.js'
import { shareStage } from '../../enquiries/stages/sharing-stages.js'
import { cardFields } from '../../enquiries/stages/stage-fields.js'
import { putText } from '../../texts/texts.js'
import type { Stage } from '../../stages.js'
import { people, schools } from '../cast.js'
import type { ContextCard } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { type Deed, moment } from './deeds.js'
import { referenceDeeds, sayOf } from './reading-up.js'
import type { Telling } from './telling.js'

/** What a group wrote in its stages, how it moved between them, and how the cycle ended. */
export function stageDeeds(telling: Telling, carryForward: CarryForward[]): Deed[] {
  return [
    ...beginning(telling, carryForward),
    ...contextDeeds(telling),
    ...referenceDeeds(telling),
    ...purposeDeeds(telling),
    ...textDeeds(telling),
    ...sharing(telling),
    ...moving(telling),
    ...finishing(telling),
  ]
}

function beginning(telling: Telling, carryForward: CarryForward[]): Deed[] {
  const { before, cycle, house } = telling
  if (!before) return []
  const begin = async () => {
    const lead = await telling.as(telling.leadOn(cycle.startedOn))
    const from = await before.enquiry(lead)
    await inOne(house.db, trx =>
      beginNextCycle(trx, from, lead, { question: cycle.question, takes: ['challenges', 'claims'] }, carryForward),
    )
  }
  return [{ at: moment(cycle.startedOn, '17:40'), act: begin }]
}

function contextDeeds(telling: Telling): Deed[] {
  const { cycle, house } = telling
  const cards = cycle.contextCards.map((card, place) => ({
    at: moment(daysAfter(cycle.startedOn, 3 + 2 * place), '15:55'),
    act: () => writeCard(telling, card),
  }))
  const experts = cycle.expertise.map((entry, place) => ({
    at: moment(daysAfter(cycle.startedOn, 9), '16:05', 3 * place),
    act: async () => {
      const lead = await telling.as(telling.leadOn(cycle.startedOn))
      const { knowsHowTo, howWeKnow, school } = entry
      const who = people.find(one => one.id === entry.who)!.name
      const enquiry = await telling.enquiry(lead)
      await inOne(house.db, trx => addExpertise(trx, enquiry, lead, { who, schoolId: school, knowsHowTo, howWeKnow }))
    },
  }))
  return [...cards, ...experts]
}

async function writeCard(telling: Telling, card: ContextCard): Promise<void> {
  const { db } = telling.house
  const person = await telling.as(card.by)
  const { name, phase, roll } = schools.find(school => school.id === card.school)!
  const facts = { schoolId: card.school, name, phase, roll }
  const enquiry = await telling.enquiry(person)
  const owner = await inOne(db, trx => addContextCard(trx, enquiry, person, facts))
  for (const { field } of cardFields)
    await inOne(db, trx => putText(trx, { kind: 'context-card', owner, field }, card[field], person))
}

function purposeDeeds(telling: Telling): Deed[] {
  const { cycle, house } = telling
  const at = telling.daysAt('purpose')
  if (!at) return []
  const lead = () => telling.as(telling.leadOn(at.from))
  const afterThe = (days: number, place: number) => moment(daysAfter(at.from, days), '16:20', 4 * place)
  return [
    ...cycle.leverage.map(({ test, answer, because }, place) => ({
      at: afterThe(1, place),
      act: async () => {
        const person = await lead()
        const enquiry = await telling.enquiry(person)
        await inOne(house.db, trx => judgeLeverage(trx, enquiry, person, { test, judgement: answer, because }))
      },
    })),
    ...cycle.successSigns.map((sign, place) => ({
      at: afterThe(2, place),
      act: async () => {
        const person = await lead()
        const enquiry = await telling.enquiry(person)
        await inOne(house.db, trx => addSuccessSign(trx, enquiry, person, sign))
      },
    })),
    ...cycle.publishedKnowledge.map((entry, place) => ({
      at: afterThe(4, place),
      act: async () => {
        const person = await lead()
        await sayOf(telling, await telling.enquiry(person), person, entry)
      },
    })),
  ]
}

function textDeeds(telling: Telling): Deed[] {
  const { cycle } = telling
  const words: [Stage, string, string | undefined][] = [
    ['context', 'startingPoint', cycle.startingPoint],
    ['purpose', 'intendedLearning', cycle.intendedLearning],
    ['purpose', 'ethics', cycle.ethics],
    ['evidence', 'seeing', cycle.seeing],
    ['evidence', 'missing', cycle.missing],
    ['action', 'reasoning', cycle.reasoning],
    ['evaluation', 'pupils', cycle.effectsOn?.pupils],
    ['evaluation', 'teachers', cycle.effectsOn?.teachers],
    ['evaluation', 'leadership', cycle.effectsOn?.leadership],
    ['evaluation', 'whatDidNotWork', cycle.whatDidNotWork],
  ]
  return words.flatMap(([stage, name, body], place) => {
    const at = telling.daysAt(stage)
    if (!body || !at) return []
    const write = async () => {
      const lead = await telling.as(telling.leadOn(at.until))
      const { id } = await telling.enquiry(lead)
      await inOne(telling.house.db, trx =>
        putText(trx, { kind: 'stage', owner: id, field: `${stage}.${name}` }, body, lead),
      )
    }
    return [{ at: moment(at.until, '16:30', place), act: write }]
  })
}

function sharing(telling: Telling): Deed[] {
  return telling.cycle.sharedStages.flatMap(stage => {
    const at = telling.daysAt(stage)
    if (!at) return []
    const share = async () => {
      const lead = await telling.as(telling.leadOn(at.until))
      const enquiry = await telling.enquiry(lead)
      await inOne(telling.house.db, trx => shareStage(trx, enquiry, lead, stage))
    }
    return [{ at: moment(at.until, '16:50'), act: share }]
  })
}

function moving(telling: Telling): Deed[] {
  return telling.cycle.moves.map(({ to, on, by, sentence }) => ({
    at: moment(on, '17:00'),
    act: async () => {
      const lead = await telling.as(by)
      const enquiry = await telling.enquiry(lead)
      await inOne(telling.house.db, trx => moveStage(trx, enquiry, lead, to, sentence))
    },
  }))
}

function finishing(telling: Telling): Deed[] {
  const { decision } = telling.cycle
  if (!decision) return []
  const finish = async () => {
    const lead = await telling.as(decision.by)
    const enquiry = await telling.enquiry(lead)
    await inOne(telling.house.db, trx => finishCycle(trx, enquiry, lead, decision))
  }
  return [{ at: moment(decision.on, '17:20'), act: finish }]
}
