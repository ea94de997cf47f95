import { type Column, day, text } from '../../web/columns.js'
import { maySeePeople } from '../permissions.js'
import type { Partner } from '../tables.js'
import { networkList } from '../year.js'
import { everyPartnerOf } from './partners.js'

const columns: Column<Partner>[] = [
  text('Partner', 32, one => one.name),
  text('Kind', 18, one => one.kind),
  text('What they bring', 48, one => one.brings),
  text('Contact', 32, one => one.contact),
  day('Since', one => one.sinceOn),
  day('Until', one => one.endedOn),
  text('What came of it', 48, one => one.cameOfIt),
]

/** The partners of a network, also those of earlier years. */
export const partnerList = networkList({
  name: 'partners',
  title: 'Partners that are not schools',
  columns,
  lines: (db, person, network) =>
    maySeePeople(person, network) ? everyPartnerOf(db, network.id) : Promise.resolve([]),
})
