import { type Telling, type TellingOf, toldByEach } from '../database/asked-in-one.js'
import type { Db } from '../database.js'
import type { Block } from '../documents/document.js'
import type { CalendarDate } from '../icalendar/calendar-date.js'
import type { NamesBook } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import type { Column } from '../web/columns.js'
import { asCsv } from '../web/csv.js'
import type { Network, Term, Theme } from './tables.js'

/** What a room brings to the year of a network. Every part must be said, as in src/room.ts. */
export interface NetworkYear {
  dates: DatesOf[]
  reportParts: BroughtReportPart[]
  moves: MovesOf[]
  hours: HoursOf[]
  knowsHow: KnowsHowOf[]
  news: NewsOf[]
  lists: NetworkList[]
  beside: BesidePart[]
}

/** The parts of several rooms together, in the order of the rooms. */
export function yearOf(years: NetworkYear[]): NetworkYear {
  const moves = years.flatMap(one => one.moves)
  const hours = years.flatMap(one => one.hours)
  return {
    dates: years.flatMap(one => one.dates),
    reportParts: years.flatMap(one => one.reportParts).map(part => knowing(part, { moves, hours })),
    moves,
    hours,
    knowsHow: years.flatMap(one => one.knowsHow),
    news: years.flatMap(one => one.news),
    lists: years.flatMap(one => one.lists),
    beside: years.flatMap(one => one.beside),
  }
}

/** A part may tell of what all rooms count and of what moved. */
function knowing(part: BroughtReportPart, year: Pick<NetworkYear, 'moves' | 'hours'>): BroughtReportPart {
  return {
    ...part,
    blocks: (db, network, term, span, told) => part.blocks(db, network, term, span, { ...year, ...told }),
  }
}

/** Who asks for dates, and for which. */
export interface DatesAsked {
  db: Db
  person: Reader
  /** Whose; the person belongs to each, or was invited to one of its groups from outside (then works() is false). */
  networkIds: string[]
  /** Days, both of them included. */
  from: string
  until: string
}

/** The dates of a kind that somebody may know of: what `asks` finds, and as `says` tells it to them (src/database/asked-in-one.ts). */
export interface DatesOf extends Telling<DatesAsked, CalendarDate>, OfGroups {}

interface OfGroups {
  /** Some of them belong to one group; the others need not be asked for in its calendar. */
  ofGroups?: true
}

/** What dates are asked with that only those in their group may know of. */
export const inOwnGroups = ({ person, networkIds, from, until }: DatesAsked) => ({
  own: person.membershipsWith('takes part').map(one => one.groupId),
  networks: networkIds,
  from,
  until,
})

/** Says a kind of dates. */
export function tellsDates<Row>(kind: TellingOf<DatesAsked, Row, CalendarDate> & OfGroups): DatesOf {
  return kind
}

/** The dates of all kinds, in the order of the rooms. */
export async function datesOfAll(kinds: DatesOf[], asked: DatesAsked): Promise<CalendarDate[]> {
  return (await toldByEach(kinds, asked)).flat()
}

/** A time of which something is told: from a moment until the first that no longer belongs to it. */
export interface Span {
  from: string
  until: string
}

/** What parts of a report are told from, so that nothing is asked twice for one of them. */
export interface Told extends Partial<Pick<NetworkYear, 'moves' | 'hours'>> {
  outside?: NamesBook
  themes?(): Promise<Theme[]>
}

/** A part of the network’s termly report that a room fills from its records. It can be left out, moved and worded like any other. */
export interface BroughtReportPart {
  part: string
  heading: string
  /** What is in it, as the page says it on which the report is put together. */
  holds: string
  /** The part behind which it stands until a network leader puts it elsewhere. */
  behind: string
  /** Given where it adds to one of the report’s own parts instead of being a part itself. */
  within?: string
  /**
   * Only what everybody who reads published work may know; none where there is nothing to tell.
   * @param told what all rooms bring that is told together, and what the report has asked already
   */
  blocks(db: Db, network: Network, term: Term, span: Span, told?: Told): Promise<Block[]>
}

/** Something that came from one place of a network to a school. */
export interface Move {
  at: string
  /** From where: a group, a school, or a colleague who offered it. */
  from: { kind: 'group' | 'school' | 'person'; id: string; name: string; schoolIds: string[] }
  /** The school, or the group, that took it up. */
  to: { kind: 'school' | 'group'; id: string; name: string }
  /** What moved, in the words of whoever offered it. */
  what: string
  how:
    | 'tries it'
    | 'has it in place'
    | 'adapted it'
    | 'took it up'
    | 'dropped it'
    | 'saw it'
    | 'builds on it'
    | 'asks the next question'
  /** What the school made of it, in its own words; may be empty. */
  madeOfIt: string
  /** Where it stands, for whoever may open it; null for the others. */
  href: string | null
  /** Whether everybody may read it, or those alone who work in the network. */
  isPublic: boolean
}

/**
 * @param person under whose names and within whose reach it is told; undefined for everybody who reads published work,
 *   under the names that may be read outside groups
 * @param outside how what leaves the groups is read, where it is known already
 */
export type MovesOf = (
  db: Db,
  person: Reader | undefined,
  network: Network,
  span: Span,
  outside?: NamesBook,
) => Promise<Move[]>

/** Time that working together took, counted from records. */
export interface Hours {
  /** What took it: `meetings`, `visits`. */
  of: string
  hours: number
  /** How often: meetings that were held, visits that were made. */
  times: number
}

export type HoursOf = (db: Db, networkId: string, span: Span) => Promise<Hours[]>

/** Somebody who knows how, and said that colleagues may ask. */
export interface KnowsHow {
  personId: string
  name: string
  school: string
  /** What they know how to do, in their own words. */
  what: string
  /** Where that is known from: `champion of the theme`, `offered it in the forum`. */
  because: string
  href: string
}

export type KnowsHowOf = (db: Db, person: Reader, network: Network) => Promise<KnowsHow[]>

/** A line of news, for the weekly letter and the page. It names no child and quotes nothing private. */
export interface News {
  at: string
  text: string
  href: string
}

/** What is new for somebody in a network since a moment. */
export type NewsOf = (db: Db, person: Reader, network: Network, since: string) => Promise<News[]>

/** A list of a network that its leaders take away as CSV, alone or within the copy of the whole network. */
export interface NetworkList {
  /** Its name as a file: `meetings`. */
  name: string
  title: string
  /** As this person may read it, with its headings; only the headings where they may read none of it. */
  csv(db: Db, person: Reader, network: Network): Promise<string>
}

/** Says a list by its columns and its lines. */
export function networkList<Line>({
  name,
  title,
  columns,
  lines,
}: Pick<NetworkList, 'name' | 'title'> & {
  columns: Column<Line>[]
  lines(db: Db, person: Reader, network: Network): Promise<Line[]>
}): NetworkList {
  return { name, title, csv: async (...where) => asCsv(columns, await lines(...where)) }
}

/** The things on whose pages a later room shows something of its own. */
export type ThingBeside =
  'claim' | 'code' | 'recommendation' | 'action' | 'meeting' | 'theme' | 'project' | 'school' | 'group'

/** What a later room shows on the page of a thing that it belongs to: release time beside the meeting that it paid for. */
export interface BesidePart {
  of: ThingBeside
  view: string
  /** What the view is given; undefined leaves the part out. The person may read the thing. */
  load(db: Db, person: Reader, id: string): Promise<Record<string, unknown> | undefined>
}

/** What later rooms show on the page of a thing, in their order; a page includes each part’s view with what it is given. */
export async function partsBeside(
  beside: BesidePart[],
  of: ThingBeside,
  db: Db,
  person: Reader,
  id: string,
): Promise<{ view: string; given: Record<string, unknown> }[]> {
  const parts: { view: string; given: Record<string, unknown> }[] = []
  for (const { view, load } of beside.filter(one => one.of === of)) {
    const given = await load(db, person, id)
    if (given) parts.push({ view, given })
  }
  return parts
}
