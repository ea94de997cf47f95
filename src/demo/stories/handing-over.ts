import { inOne } from '../../database.js'
import { acceptHandover, offerHandover, offerIn } from '../../groups/handing-over.js'
import type { CastGroup } from '../cast.js'
import type { House } from '../../house.js'
import type { Handover } from '../material/types.js'
import { castPerson, type Deed, moment } from './deeds.js'

/** One offers the lead with a note, the other takes it. */
export function handoverDeeds(house: House, group: CastGroup, { from, to, on, note }: Handover): Deed[] {
  const place = { id: group.id, networkId: group.network }
  return [
    {
      at: moment(on, '07:40'),
      act: async () => {
        const person = await castPerson(house, from)
        return inOne(house.db, trx => offerHandover(trx, place, person, { toPerson: to, note }))
      },
    },
    {
      at: moment(on, '16:15'),
      act: async () => {
        const person = await castPerson(house, to)
        return inOne(house.db, async trx => acceptHandover(trx, place, person, (await offerIn(trx, group.id))!))
      },
    },
  ]
}
