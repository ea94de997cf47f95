import type { Db } from '../../database.js'
import { type Column, day, text } from '../../web/columns.js'
import { maySeeNetwork } from '../permissions.js'
import { networkList } from '../year.js'
import { breaksIn } from './breaks.js'
import { termsOf } from './terms.js'

interface Line {
  term: string
  what: string
  startsOn: string
  endsOn: string
}

const columns: Column<Line>[] = [
  text('Term', 26, line => line.term),
  text('What', 26, line => line.what),
  day('First day', line => line.startsOn),
  day('Last day', line => line.endsOn),
]

async function linesOf(db: Db, networkId: string): Promise<Line[]> {
  const terms = (await termsOf(db, networkId)).reverse()
  const breaks = await breaksIn(
    db,
    terms.map(term => term.id),
  )
  return terms.flatMap(term => [
    { ...term, term: term.name, what: 'term' },
    ...breaks.filter(one => one.termId === term.id).map(one => ({ ...one, term: term.name, what: one.name })),
  ])
}

/** The terms of a network, each with the holidays within it, in the order of time. */
export const termList = networkList({
  name: 'terms',
  title: 'Terms and holidays',
  columns,
  lines: async (db, person, network) => (maySeeNetwork(person, network) ? linesOf(db, network.id) : []),
})
