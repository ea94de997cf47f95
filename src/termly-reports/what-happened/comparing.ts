import { evidenceInOneSentence, termsInOneSentence } from '../sentences.js'
import type { GridChart } from '../../charts/chart.js'
import { kinds } from '../../evidence/kinds.js'
import type { Term } from '../../networks/tables.js'
import { contributionsIn, tookPart } from './contributions.js'
import { cyclesFinished, stageMoves } from './movements.js'
import { recommendationsCounted } from './recommendations-in-records.js'
import type { TermInRecords } from './term-in-records.js'

/** One number of the whole network, now and last term; never of a school. */
export interface Measure {
  name: string
  /** Short enough to stand beside a bar. */
  short: string
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
export async function comparisonOf(records: TermInRecords, before: TermInRecords | undefined): Promise<Comparison> {
  const now = await numbersOf(records)
  const then = before && (await numbersOf(before))
  const known = then && Object.values(then.counts).some(count => count > 0)
  return {
    term: records.term,
    before: known ? before?.term : undefined,
    measures: counted.map(({ key, name, short }) => ({
      name,
      short,
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
  },
  {
    key: 'moved',
    name: 'Groups that moved to another stage',
    short: 'Groups that moved',
  },
  {
    key: 'finished',
    name: 'Cycles finished',
    short: 'Cycles finished',
  },
  {
    key: 'schools',
    name: 'Schools taking part',
    short: 'Schools taking part',
  },
  {
    key: 'evidence',
    name: 'Pieces of evidence',
    short: 'Evidence',
  },
  {
    key: 'effects',
    name: 'Effects judged',
    short: 'Effects judged',
  },
  {
    key: 'sent',
    name: 'Recommendations sent',
    short: 'Sent to schools',
  },
  {
    key: 'answers',
    name: 'Answers from heads',
    short: 'Answers from heads',
  },
  {
    key: 'inPlace',
    name: 'Recommendations told to be in place',
    short: 'Told to be in place',
  },
] as const satisfies { key: string; name: string; short: string }[]

type NumberKey = (typeof counted)[number]['key']

async function numbersOf(
  records: TermInRecords,
): Promise<{ counts: Record<NumberKey, number>; kinds: Map<string, number> }> {
  const moved = await records.moved()
  return {
    counts: {
      groups: await records.groupsAtWork(),
      moved: new Set(stageMoves(moved).map(move => move.group)).size,
      finished: cyclesFinished(moved).length,
      schools: (await contributionsIn(records)).filter(tookPart).length,
      evidence: (await records.evidence()).pieces,
      effects: await records.effectsJudged(),
      ...recommendationsCounted(await records.responses(), await records.window()),
    },
    kinds: await records.evidenceByKind(),
  }
}

/** Everything that is counted in small numbers: the evidence has a chart of its own. */
export function chartOfTerms({ term, before, measures }: Comparison): GridChart {
  const drawn = measures.filter(one => one.name !== 'Pieces of evidence' && one.now + one.before > 0)
  return {
    kind: 'grid',
    title: before ? `${before.name} and ${term.name}` : term.name,
    of: 'what',
    sentence: termsInOneSentence(term.name, before?.name, measures),
    rows: drawn.map(one => one.short),
    columns: [...(before ? [before.name] : []), term.name],
    cells: drawn.map(one => [...(before ? [one.before] : []), one.now]),
  }
}

export function chartOfEvidence({ term, before, kinds }: Comparison): GridChart {
  return {
    kind: 'grid',
    title: 'Evidence by kind',
    of: 'kind',
    sentence: evidenceInOneSentence(term.name, kinds, before?.name),
    rows: kinds.map(({ kind }) => kind.charAt(0).toUpperCase() + kind.slice(1)),
    columns: [...(before ? [before.name] : []), term.name],
    cells: kinds.map(one => [...(before ? [one.before] : []), one.now]),
  }
}
