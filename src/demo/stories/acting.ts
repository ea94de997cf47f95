import { inOne, type Trx } from '../../database.js'
import { findAction } from '../../actions/actions.js'
import { agreeAction } from '../../actions/agreeing/agreeing.js'
import { linkToAction } from '../../actions/linking/linking.js'
import { measureAction } from '../../actions/measuring/measures.js'
import { adaptAction } from '../../actions/schools/schools.js'
import { completeAction, shareAction } from '../../actions/settling/settling.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { addComparison, comparisonsOf } from '../../instruments/comparisons/comparisons.js'
import type { Reader } from '../../names/reader.js'
import type { Action } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { type Deed, latest, moment, notAfterToday } from './deeds.js'
import { known, type Telling } from './telling.js'

/** Actions are agreed, made each school's own, measured and completed. */
export function actionDeeds(telling: Telling): Deed[] {
  return telling.cycle.actions.flatMap(action => [
    { at: agreedAt(action), act: () => agree(telling, action) },
    ...adapting(telling, action),
    ...measuring(telling, action),
    ...linking(telling, action),
    ...settling(telling, action),
  ])
}

export function agreedAt(action: Action): string {
  return moment(action.agreedOn, '16:40')
}

async function agree(telling: Telling, action: Action): Promise<void> {
  const lead = await telling.as(telling.leadOn(action.agreedOn))
  const { title, expectedEffect, steps, who, from, until, adaptations } = action
  const enquiry = await telling.enquiry(lead)
  const agreed = await inOne(telling.house.db, trx =>
    agreeAction(trx, enquiry, lead, {
      ...{ action: title, expectedEffect, steps: steps.join('\n'), who, startsOn: from, endsOn: until },
      schools: adaptations.map(one => one.school),
    }),
  )
  telling.actions.set(action.key, agreed.id)
}

function adapting(telling: Telling, action: Action): Deed[] {
  const write = (who: string, school: string, words: { adaptation?: string; whatHappened?: string }) => async () => {
    const person = await telling.as(who)
    const { db } = telling.house
    await inOne(db, async trx =>
      adaptAction(trx, await findAction(trx, person, known(telling.actions, action.key)), school, person, words),
    )
  }
  return action.adaptations.flatMap(({ school, who, adaptation, whatHappened }, place) => {
    const by = who[0] ?? telling.leadOn(action.agreedOn)
    const adapted = { at: moment(action.agreedOn, '16:44', 2 * place), act: write(by, school, { adaptation }) }
    if (!whatHappened) return [adapted]
    const ended = moment(notAfterToday(action.until), '15:20', 5 * place)
    return [adapted, { at: latest(ended, adapted.at), act: write(by, school, { whatHappened }) }]
  })
}

function measuring(telling: Telling, action: Action): Deed[] {
  return action.measures.flatMap(({ school, beside, name, unit, pupils, readings }) => {
    const measure = name.toLowerCase().includes(unit.toLowerCase()) ? name : `${name}, in ${unit}`
    const by = action.adaptations.find(one => one.school === school)?.who[0] ?? telling.leadOn(action.agreedOn)
    return readings.map(({ on, value }) => ({
      at: latest(moment(on, '15:50'), moment(action.agreedOn, '16:55')),
      act: async () => {
        const person = await telling.as(by)
        const { db } = telling.house
        const found = await findAction(db, person, known(telling.actions, action.key))
        await inOne(db, async trx => {
          const schoolId = beside
            ? await comparedWith(trx, found.enquiry, person, { schoolId: school, ...beside })
            : school
          await measureAction(trx, found, person, { schoolId, measure, measuredOn: on, value, pupils })
        })
      },
    }))
  })
}

/** Named with its first number. @returns its id */
async function comparedWith(
  trx: Trx,
  enquiry: Enquiry,
  person: Reader,
  words: { schoolId: string; name: string; about: string },
): Promise<string> {
  const known = (await comparisonsOf(trx, enquiry)).find(one => one.name === words.name)
  return known?.id ?? addComparison(trx, enquiry, person, words)
}

function linking(telling: Telling, action: Action): Deed[] {
  return action.evidence.map(key => ({
    at: latest(telling.loggedAt(key), moment(action.agreedOn, '16:58')),
    act: async () => {
      const { db } = telling.house
      const person = await telling.as(telling.leadOn(action.agreedOn))
      const found = await findAction(db, person, known(telling.actions, action.key))
      const evidence = await telling.piece(person, key)
      await inOne(db, trx => linkToAction(trx, found, evidence, person))
    },
  }))
}

/** A group that shares its action stage shares each action too, as soon as it is both agreed and shared. */
function settling(telling: Telling, action: Action): Deed[] {
  const { db } = telling.house
  const find = async (day: string) => {
    const lead = await telling.as(telling.leadOn(day))
    return { lead, found: await findAction(db, lead, known(telling.actions, action.key)) }
  }
  const deeds: Deed[] = []
  const ended = notAfterToday(action.until)
  if (action.state === 'completed')
    deeds.push({
      at: moment(ended, '16:05'),
      act: async () => {
        const { lead, found } = await find(ended)
        await inOne(db, trx => completeAction(trx, found, lead))
      },
    })
  const stage = telling.daysAt('action')
  if (stage && telling.cycle.sharedStages.includes('action')) {
    const on = stage.until > action.agreedOn ? stage.until : daysAfter(action.agreedOn, 1)
    deeds.push({
      at: moment(on, '16:52'),
      act: async () => {
        const { lead, found } = await find(on)
        await inOne(db, trx => shareAction(trx, found, lead))
      },
    })
  }
  return deeds
}
