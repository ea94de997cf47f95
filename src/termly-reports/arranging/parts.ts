import type { Db } from '../../database.js'
import type { Term } from '../../networks/tables.js'
import type { BroughtReportPart } from '../../networks/year.js'

/** The parts of a network's report as it begins. A network leader puts them in another order, leaves some out, adds others. */
export const reportParts = [
  { part: 'introduction', heading: 'Introduction', holds: 'Three or four sentences, as you would open a meeting.' },
  {
    part: 'changed',
    heading: 'What changed since last term',
    holds: 'The numbers of both terms, a table and two charts follow by themselves.',
  },
  {
    part: 'promised',
    heading: 'What we promised, and what became of it',
    holds: 'Last term’s promises, and where the recommendations that heads said yes to stand now.',
  },
  {
    part: 'celebrating',
    heading: 'What we celebrate',
    holds: 'Cycles that were finished, write-ups that were published, what is in place in schools.',
  },
  { part: 'themes', heading: 'The themes', holds: 'What each co-leader writes about their theme.' },
  {
    part: 'groups',
    heading: 'What each enquiry group did',
    holds:
      'The short reports that groups have sent, each beside the picture that you choose for it, or else its newest that may be shown. You can leave a picture out.',
  },
  {
    part: 'time',
    heading: 'What the money and time made possible',
    holds: 'Release time that the groups counted, beside what came of it.',
  },
  { part: 'schools', heading: 'Schools taking part', holds: 'A line for every school, in alphabetical order.' },
  {
    part: 'recommendations',
    heading: 'Recommendations and answers',
    holds: 'What was sent, answered or put in place, with the answers that heads agreed to publish.',
  },
  { part: 'see', heading: 'Where to go and see', holds: 'Dates and places, and what can be seen in schools already.' },
  {
    part: 'promises',
    heading: 'What we promise for next term',
    holds: 'A line for each. Next term’s report asks what became of it.',
  },
  { part: 'thanks', heading: 'Thanks', holds: 'Whom does the network thank this term?' },
] as const

export type OwnedPart = (typeof reportParts)[number]['part']

/** A part of a report in its place. */
export interface ReportPart {
  part: string
  heading: string
  /** Added by a network leader: it holds only what they write and the pictures that they choose. */
  own: boolean
  leftOut: boolean
  holds: string
  /** Parts stand in the order of these numbers. */
  position: number
}

/** A part that every report has: the report’s own, or one that a room fills. */
export type KnownPart = Pick<BroughtReportPart, 'part' | 'heading' | 'holds'> &
  Partial<Pick<BroughtReportPart, 'behind' | 'blocks'>> & { adds?: BroughtReportPart[] }

/** The parts of a report as it begins: its own, each with what rooms add to it, then those that rooms bring. */
export function knownPartsWith(brought: BroughtReportPart[]): KnownPart[] {
  const own = reportParts.map(one => ({ ...one, adds: brought.filter(({ within }) => within === one.part) }))
  return [...own, ...brought.filter(one => one.within === undefined)]
}

/** Every part of a term's report in its order, those that are left out among them. */
export async function partsOfReport(db: Db, term: Pick<Term, 'id'>, known: KnownPart[]): Promise<ReportPart[]> {
  const rows = await db.selectFrom('reportParts').selectAll().where('termId', '=', term.id).execute()
  const positions = new Map<string, number>()
  const ours = known.map(({ part, heading, holds, behind }, place) => {
    const row = rows.find(one => one.part === part)
    // What a room brings stands right behind the part that it names, wherever that was put.
    const begins = behind === undefined ? place * STEP : (positions.get(behind) ?? known.length * STEP)
    const position = row?.position ?? (behind === undefined ? begins : begins + place - reportParts.length + 1)
    positions.set(part, position)
    return {
      part,
      heading: row?.heading || heading,
      own: false,
      leftOut: row ? row.leftOutAt !== null : false,
      holds,
      position,
    }
  })
  const added = rows
    .filter(row => !known.some(one => one.part === row.part))
    .map(row => ({
      part: row.part,
      heading: row.heading,
      own: true,
      leftOut: row.leftOutAt !== null,
      holds: '',
      position: row.position,
    }))
  return [...ours, ...added].sort((one, other) => one.position - other.position || (one.part < other.part ? -1 : 1))
}

/** Room between two parts. */
export const STEP = 1000

/** The name under which a network leader's own words for a part are kept. */
export function fieldOf(part: string): string {
  return ['introduction', 'changed', 'thanks'].includes(part) ? part : `words-${part}`
}
