import { inTheSameWords } from '../database/in-the-same-words.js'
import { tellsDates } from './year.js'

/** The first and the last day of each term, for those who work in the network. */
export const datesOfTerms = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ works: networkIds.filter(id => person.works(id)), from, until }),
    (db, { works, from, until }) =>
      db
        .selectFrom('terms')
        .innerJoin('networks', 'networks.id', 'terms.networkId')
        .selectAll('terms')
        .select('networks.createdAt')
        .where('terms.networkId', 'in', works)
        .where('terms.startsOn', '<=', until)
        .where('terms.endsOn', '>=', from),
  ),
  says: (terms, { from, until }) =>
    terms.flatMap(term => {
      const { networkId, sequence } = term
      const both = {
        ...{ kind: 'term', ends: null, where: '', href: `/networks/${networkId}/terms`, networkId, groupId: null },
        ...{ mine: true, sequence, changedAt: term.changedAt ?? term.createdAt, cancelledAt: null },
      }
      return [
        { ...both, uid: `term-begins-${term.id}`, title: `${term.name} begins`, starts: term.startsOn },
        { ...both, uid: `term-ends-${term.id}`, title: `${term.name} ends`, starts: term.endsOn },
      ].filter(({ starts }) => starts >= from && starts <= until)
    }),
})

/** Half terms and holidays within terms, each as the days that it lasts. */
export const datesOfBreaks = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ works: networkIds.filter(id => person.works(id)), from, until }),
    (db, { works, from, until }) =>
      db
        .selectFrom('termBreaks')
        .innerJoin('terms', 'terms.id', 'termBreaks.termId')
        .selectAll('termBreaks')
        .select('terms.networkId')
        .where('terms.networkId', 'in', works)
        .where('termBreaks.startsOn', '<=', until)
        .where('termBreaks.endsOn', '>=', from),
  ),
  says: breaks =>
    breaks.map(({ id, name, startsOn, endsOn, networkId, sequence, changedAt }) => ({
      ...{ uid: `term-break-${id}`, kind: 'holiday', title: name, starts: startsOn, ends: endsOn, where: '' },
      ...{ href: `/networks/${networkId}/terms`, networkId, groupId: null, mine: true },
      ...{ sequence, changedAt, cancelledAt: null },
    })),
})
