import type { GridChart } from '../../charts/chart.js'
import type { Db } from '../../database.js'
import { kinds } from '../../evidence/kinds.js'
import type { Network, Term } from '../../networks/tables.js'
import { termBefore } from '../../networks/terms/terms.js'
import { plural } from '../../words/words.js'
import { contributionsIn, tookPart } from './contributions.js'
import {
  cyclesFinishedIn,
  effectsJudgedIn,
  evidenceByKindIn,
  evidenceIn,
  groupsAtWorkIn,
  movesIn,
  recommendationsIn,
} from './what-happened.js'
import { windowOf } from './window.js'

/** One number of the whole network, now and last term; never of a school. */
export interface Measure {
  name: string
  /** Short enough to stand beside a bar. */
  short: string
  /** What is counted, in the singular and the plural. */
  counted: [one: string, many: string]
  now: number
  before: number
}

export interface Comparison {
  term: Term
  /** Missing when there is nothing to compare with. */
  before: Term | undefined
  measures: Measure[]
  kinds: { kind: string; now: number; before: number }[]
}

/** A term beside the one before it, from the records of both: nobody counts anything. */
export async function comparisonOf(db: Db, network: Pick<Network, 'id'>, term: Term): Promise<Comparison> {
  const before = await termBefore(db, term)
  const now = await numbersOf(db, network, term)
  const then = before ? await numbersOf(db, network, before) : undefined
  const known = then && Object.values(then.counts).some(count => count > 0)
  return {
    term,
    before: known ? before : undefined,
    measures: counted.map(({ key, name, short, words }) => ({
      name,
      short,
      counted: words,
      now: now.counts[key],
      before: then?.counts[key] ?? 0,
    })),
    kinds: kinds
      .map(({ key, name }) => ({ kind: name, now: now.kinds.get(key) ?? 0, before: then?.kinds.get(key) ?? 0 }))
      .filter(kind => kind.now + kind.before > 0),
  }
}

const counted = [
  {
    key: 'groups',
    name: 'Enquiry groups at work',
    short: 'Groups at work',
    words: ['enquiry group was at work', 'enquiry groups were at work'],
  },
  {
    key: 'moved',
    name: 'Groups that moved to another stage',
    short: 'Groups that moved',
    words: ['group moved to another stage', 'groups moved to another stage'],
  },
  {
    key: 'finished',
    name: 'Cycles finished',
    short: 'Cycles finished',
    words: ['cycle was finished', 'cycles were finished'],
  },
  {
    key: 'schools',
    name: 'Schools taking part',
    short: 'Schools taking part',
    words: ['school took part', 'schools took part'],
  },
  {
    key: 'evidence',
    name: 'Pieces of evidence',
    short: 'Evidence',
    words: ['piece of evidence was logged', 'pieces of evidence were logged'],
  },
  {
    key: 'effects',
    name: 'Effects judged',
    short: 'Effects judged',
    words: ['effect was judged', 'effects were judged'],
  },
  {
    key: 'sent',
    name: 'Recommendations sent',
    short: 'Sent to schools',
    words: ['recommendation was sent to schools', 'recommendations were sent to schools'],
  },
  {
    key: 'answers',
    name: 'Answers from heads',
    short: 'Answers from heads',
    words: ['answer came from a head', 'answers came from heads'],
  },
  {
    key: 'inPlace',
    name: 'Recommendations adopted',
    short: 'Put in place',
    words: ['recommendation was put in place in a school', 'recommendations were put in place in a school'],
  },
] as const satisfies { key: string; name: string; short: string; words: [string, string] }[]

type Key = (typeof counted)[number]['key']

async function numbersOf(
  db: Db,
  network: Pick<Network, 'id'>,
  term: Term,
): Promise<{ counts: Record<Key, number>; kinds: Map<string, number> }> {
  const window = await windowOf(db, term)
  const scope = { networkId: network.id }
  const recommendations = await recommendationsIn(db, scope, window)
  return {
    counts: {
      groups: await groupsAtWorkIn(db, scope, window),
      moved: new Set((await movesIn(db, scope, window)).map(move => move.group)).size,
      finished: (await cyclesFinishedIn(db, scope, window)).length,
      schools: (await contributionsIn(db, network.id, term)).filter(tookPart).length,
      evidence: (await evidenceIn(db, scope, window)).pieces,
      effects: await effectsJudgedIn(db, scope, window),
      ...recommendations,
    },
    kinds: await evidenceByKindIn(db, scope, window),
  }
}

/** Each number as a sentence beside last term's. More is not better and fewer is not worse, and no sentence says so. */
export function comparedInWords({ before, measures }: Comparison): string[] {
  return measures
    .filter(measure => measure.now > 0 || (before && measure.before > 0))
    .map(({ now, counted: [one, many], before: then }) => {
      const said = now === 0 ? `No ${one}` : plural(now, one, many)
      return before ? `${said}; ${beside(now, then)}.` : `${said}.`
    })
}

function beside(now: number, then: number): string {
  if (now === then) return 'last term as many'
  if (then === 0) return 'last term none'
  return `last term ${then.toLocaleString('en-GB')}`
}

/** Everything that is counted in small numbers: the evidence has a chart of its own. */
export function chartOfTerms({ term, before, measures }: Comparison): GridChart {
  const shown = measures.filter(one => one.name !== 'Pieces of evidence' && one.now + one.before > 0)
  return {
    kind: 'grid',
    title: before ? `${before.name} and ${term.name}` : term.name,
    counted: ['thing', 'things'],
    of: ['what', 'term'],
    rows: shown.map(one => one.short),
    columns: [...(before ? [before.name] : []), term.name],
    cells: shown.map(one => [...(before ? [one.before] : []), one.now]),
  }
}

export function chartOfEvidence({ term, before, kinds }: Comparison): GridChart {
  return {
    kind: 'grid',
    title: 'Evidence by kind',
    counted: ['piece', 'pieces'],
    of: ['kind', 'term'],
    rows: kinds.map(({ kind }) => kind.charAt(0).toUpperCase() + kind.slice(1)),
    columns: [...(before ? [before.name] : []), term.name],
    cells: kinds.map(one => [...(before ? [one.before] : []), one.now]),
  }
}
