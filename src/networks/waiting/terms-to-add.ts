import type { Person } from '../../people/person.js'
import type { Term } from '../tables.js'
import { isNearEnd, termNow } from '../terms/term-now.js'
import { waits } from '../../web/waiting.js'

/** Near the end of a term, the one that follows it, for the network's leaders. */
export const termsToAdd = waits({
  says(_, { person, terms, today }: { person: Person; terms: Term[]; today: string }) {
    const led = person.rolesWith('leads the network').map(role => role.networkId)
    const ending = led.flatMap(networkId => {
      const term = termNow({ terms, today }, networkId)
      const follows = terms.some(one => one.networkId === networkId && one.startsOn > today)
      return term && isNearEnd(term, today) && !follows ? [term] : []
    })
    return ending.map(term => ({
      text: noNextTermInWords({ term: term.name, over: term.endsOn < today }),
      href: `/networks/${term.networkId}/terms`,
      action: 'Add the next term',
      due: term.endsOn,
      networkId: term.networkId,
    }))
  },
})

export function noNextTermInWords(one: { term: string; over: boolean }): string {
  return `${one.term} ${one.over ? 'is over' : 'ends soon'}, and no term follows it yet.`
}
