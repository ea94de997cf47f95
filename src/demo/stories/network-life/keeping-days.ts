import { inOne } from '../../../database.js'
import { answerForSchool } from '../../../calendar/common-days/answering.js'
import { cancelCommonDay, changeCommonDay, findCommonDay, setCommonDay } from '../../../calendar/common-days/days.js'
import type { House } from '../../../house.js'
import { findNetwork } from '../../../networks/networks.js'
import { commonDays } from '../../material/common-days.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** Network leaders set closure days and twilight sessions, and schools say whether they keep them. */
export function commonDayDeeds(house: House): Deed[] {
  return commonDays.flatMap(one => keep(house, one))
}

function keep(
  house: House,
  { network: networkId, by, setOn, day, answers, moved, cancelled }: (typeof commonDays)[number],
) {
  const { db } = house
  let id: string
  const found = () => findCommonDay(db, { id: networkId }, id)
  const set = async () => {
    const leader = await castPerson(house, by)
    const network = await findNetwork(db, leader, networkId)
    id = await inOne(db, trx => setCommonDay(trx, network, leader, day))
  }
  const deeds: Deed[] = [{ at: moment(setOn, '17:10'), act: set }]
  for (const [place, { school, by: head, on, answer, note = '' }] of answers.entries())
    deeds.push({
      at: moment(on, '17:20', place),
      act: async () => {
        const person = await castPerson(house, head)
        const common = await found()
        await inOne(db, trx => answerForSchool(trx, common, person, school, { answer, note }))
      },
    })
  if (moved)
    deeds.push({
      at: moment(moved.on, '17:40'),
      act: async () => {
        const leader = await castPerson(house, by)
        const common = await found()
        const words = { ...day, startsOn: moved.startsOn, endsOn: moved.startsOn }
        await inOne(db, trx => changeCommonDay(trx, common, leader, words))
      },
    })
  if (cancelled)
    deeds.push({
      at: moment(cancelled.on, '16:50'),
      act: async () => {
        const leader = await castPerson(house, by)
        const common = await found()
        await inOne(db, trx => cancelCommonDay(trx, common, leader, cancelled.because))
      },
    })
  return deeds
}
