import type { Router } from 'express'
import type { HoldsSchools } from './actions/schools/holding.js'
import { noteErased } from './backups/writing-anew.js'
import type { Db } from './database.js'
import type { Around } from './enquiries/around.js'
import { headOfGroup } from './enquiries/head.js'
import type { CarryForward } from './enquiries/cycles/between-cycles.js'
import type { StagePart } from './enquiries/stages/stage-parts.js'
import type { Threads } from './enquiries/comments/threads.js'
import type { ErasingAlong } from './evidence/withdrawing/erasing-along.js'
import type { Dependants } from './evidence/withdrawing/dependants.js'
import type { Narrowing } from './evidence/listing/narrowing.js'
import { underPseudonyms } from './search/under-pseudonyms.js'
import type { PiecePart } from './evidence/piece-parts.js'
import type { ManyAct } from './evidence/together/acts.js'
import { chainWhatWasDone } from './facts/chain/chaining.js'
import type { Follower } from './facts/followers.js'
import type { FactBook } from './facts/kinds.js'
import { keepNewsPositions } from './facts/news/positions.js'
import { removeErasedFiles } from './files/removing-erased.js'
import { graveActFacts } from './grave-acts/facts.js'
import type { GraveKind } from './grave-acts/kinds.js'
import { tellOfGraveActs } from './grave-acts/letters.js'
import { graveActsThatWait } from './grave-acts/waiting.js'
import { whoSeesGraveActs } from './grave-acts/who-sees-what.js'
import type { LeavingNotes } from './groups/leaving-notes.js'
import type { HelpOfPages } from './help/topics/topics.js'
import { whoReadsHelp } from './help/who-sees-what.js'
import type { House } from './house.js'
import type { Moments } from './instruments/measures/moments.js'
import type { NetworkPart } from './networks/network-parts.js'
import type { LetterSort } from './mail/wishes.js'
import { type NetworkYear, yearOf } from './networks/year.js'
import { forgetDrawings } from './pdf/forgetting.js'
import { makeIndexAnew, renewIndex, renewIndexOfMany } from './search/renewing.js'
import type { Searchable } from './search/searchables.js'
import { whoSearches } from './search/who-sees-what.js'
import { textFacts } from './texts/facts.js'
import type { TextKind } from './texts/kinds.js'
import type { WayOut } from './texts/ways-out.js'
import type { GroupTabPlace, NetworkTabPlace } from './web/places.js'
import type { WaitingKind, WaitingOrder } from './web/waiting.js'
import type { Resource } from './who-sees-what.js'

/**
 * What a room brings to the house, said once, in `src/<room>/room.ts`; the rooms stand in their order in src/rooms.ts, and
 * nothing else names them. Every part must be said: a room that brings none of a kind says `[]` or `{}`. Where several rooms
 * bring the same kind of part, the parts stand in the order of the rooms.
 */
export interface Room {
  /** Its folder in src, views and tests, such as `claims`; the nouns of its addresses stand in `whoSees`. */
  name: string
  /** What is in it, as one line of a table of contents. */
  about: string
  /** Its pages and deeds. @param brought what all rooms bring, for the places that this room offers to the others */
  routes(house: House, brought: Brought): Router

  /** Its tables, by their names in the database, each with how it goes along when a whole group moves away. */
  tables: Record<string, Travels>
  /** Who may do what with its things: rows of the table that the page “Who sees what” shows and a test walks. */
  whoSees: Resource[]
  /** Whose words are typed at its addresses, by their first word: names of pupils are noticed in them. */
  whose: Record<string, Whose>
  /**
   * The boxes that are for names, by the address to which their form is sent; `/groups/:group/keys/…` is everything
   * beneath. In every other box of the house names of pupils are noticed.
   */
  namesBelong: Record<string, NameBoxes>
  /** Its texts that are saved as they are typed. */
  texts: (TextKind | ((brought: Pick<Brought, 'inTheYear'>) => TextKind))[]

  /** Its places in the head of every page of a group, and of a network. */
  groupTabs: GroupTabPlace[]
  networkTabs: NetworkTabPlace[]
  /** Where its pages find their help. */
  help: HelpOfPages
  /** The kinds of facts that its deeds write, by their names (src/facts/kinds.ts). */
  facts: FactBook
  /** The kinds of letters that people can do without, each with a switch of its own. */
  letters: LetterSort[]
  /** What follows from facts, its own and those of the rooms before it. */
  followers: (Follower | ((brought: Pick<Brought, 'erases' | 'searchables' | 'texts'>) => Follower))[]

  /** What it shows on a stage's or a group's page, on the page of a piece of evidence, and on the network's page. */
  onStage: (StagePart | ((brought: Pick<Brought, 'inTheYear'>) => StagePart))[]
  onPiece: PiecePart[]
  /** What can be done to many pieces of evidence at once. */
  onMany: ManyAct[]
  onNetwork: (NetworkPart | ((brought: Pick<Brought, 'facts' | 'threads' | 'waiting' | 'inTheYear'>) => NetworkPart))[]
  /** What of it can wait for somebody, by how soon it stands on Your day: each a first question, and what is said of what it finds. */
  waiting: Partial<Record<WaitingOrder, WaitingKind<Around>[]>>
  /** What it brings to the year of a network: dates, parts of the termly report, what moved, hours, news, lists. */
  inTheYear: NetworkYear

  /** What of it can be found by the search. */
  searchables: (Searchable | ((brought: Pick<Brought, 'threads' | 'inTheYear'>) => Searchable))[]
  /** The things under which people talk, by the kind that comments are about: who may read them, and where they stand. */
  threads: Threads
  /** Ways to narrow the list of a group's evidence. */
  narrows: Narrowing[]
  /** What it marks on the run charts of measures. */
  marks: Moments[]
  /** The schools that must stay on an action, since it keeps something of them there. */
  holdsSchools: HoldsSchools[]

  /** What of it leans on a piece of evidence: listed when the piece is withdrawn. */
  dependants: Dependants[]
  /** What it keeps of a piece's words and files, blanked when they are erased. */
  erases: ErasingAlong[]
  /** What it carries from a finished cycle into the next one, and how it sets the two side by side. */
  carriesForward: CarryForward[]
  /** What somebody should settle in it before they leave a group. */
  beforeLeaving: LeavingNotes[]
  /** The ways by which its words leave the group at one press: names of pupils are noticed in them before. */
  leaves?: WayOut[]
  /** The grave acts that are asked for in it: told, agreed to by a second person, and carried out when they have waited. */
  graveActs?: (GraveKind | ((brought: Pick<Brought, 'tables' | 'erases' | 'searchables'>) => GraveKind))[]
}

/** The names of the boxes, or all that stand there. */
export type NameBoxes = string[] | 'every box'

/** Whose words they are: a group's, or a network's as a whole. */
export type WordsOf = { group: string } | { network: string }

/**
 * Finds whose words are typed at an address such as `/claims/c1/revisions`.
 * @param at the word after the first (an id), those behind it, and the fields that were sent
 */
export type Whose = (
  db: Db,
  at: { id: string; rest: string[]; fields: Record<string, unknown> },
) => Promise<WordsOf | undefined>

/** How a table goes along when a whole group moves to another installation. */
export type Travels =
  /** Each row belongs to a row that goes along, and points at others of the group's; if one stays behind, it stays too. */
  | {
      by: [column: string, table: string]
      also?: Record<string, string>
      goes?: (row: Record<string, unknown>) => boolean
    }
  /** Around the group: only what its records point at. */
  | 'around'
  /** Never: why. */
  | { stays: string }

/**
 * @param also columns that point into other tables of a group: a row whose target stays behind stays too
 * @param goes which of its rows are the group's to take; all, where nothing is said
 */
export const belongsTo = (
  column: string,
  table: string,
  also: Record<string, string> = {},
  goes: (row: Record<string, unknown>) => boolean = () => true,
): Travels => ({ by: [column, table], also, goes })

export const stays = (why: string): Travels => ({ stays: why })

/** For rooms that are a group’s alone, or the house’s. */
export const nothingInTheYear: NetworkYear = {
  dates: [],
  reportParts: [],
  moves: [],
  hours: [],
  knowsHow: [],
  news: [],
  lists: [],
  beside: [],
}

/** Says a room. A forgotten part does not compile. */
export function room(one: Room): Room {
  return one
}

/** What all rooms bring together. */
export interface Brought extends Pick<
  Room,
  | 'tables'
  | 'whoSees'
  | 'whose'
  | 'namesBelong'
  | 'groupTabs'
  | 'networkTabs'
  | 'help'
  | 'onPiece'
  | 'onMany'
  | 'threads'
  | 'narrows'
  | 'marks'
  | 'holdsSchools'
  | 'dependants'
  | 'erases'
  | 'carriesForward'
  | 'beforeLeaving'
> {
  rooms: Room[]
  /** The head of a group's page, for a room that comes before the enquiries. */
  headOfGroup: typeof headOfGroup
  inTheYear: NetworkYear
  searchables: Searchable[]
  texts: TextKind[]
  onStage: StagePart[]
  onNetwork: NetworkPart[]
  facts: FactBook
  letters: LetterSort[]
  followers: Follower[]
  graveActs: GraveKind[]
  leaves: WayOut[]
  waiting: Record<WaitingOrder, WaitingKind<Around>[]>
}

/** Puts together what the rooms bring, in their order. */
export function broughtBy(rooms: Room[]): Brought {
  const all = <Part>(of: (one: Room) => Part[]) => rooms.flatMap(of)
  const named = <Part>(of: (one: Room) => Record<string, Part>) =>
    Object.assign({}, ...rooms.map(of)) as Record<string, Part>
  const threads = named(one => one.threads)
  const facts = { ...textFacts, ...graveActFacts, ...named<FactBook[string]>(one => one.facts) }
  const inTheYear = yearOf(rooms.map(one => one.inTheYear))
  const searchables = all(one => one.searchables)
    .map(one => (typeof one === 'function' ? one({ threads, inTheYear }) : one))
    .map(underPseudonyms)
  const erases = all(one => one.erases)
  const tables = named(one => one.tables)
  const graveActs = all(one => one.graveActs ?? []).map(one =>
    typeof one === 'function' ? one({ tables, erases, searchables }) : one,
  )
  const waitingIn = (order: WaitingOrder) => all(one => one.waiting[order] ?? [])
  const waiting = {
    'at once': [graveActsThatWait(graveActs), ...waitingIn('at once')],
    asked: waitingIn('asked'),
    'for the network': waitingIn('for the network'),
    'when there is time': waitingIn('when there is time'),
  }
  const texts = all(one => one.texts).map(one => (typeof one === 'function' ? one({ inTheYear }) : one))
  return {
    rooms,
    headOfGroup,
    threads,
    facts,
    letters: all(one => one.letters),
    followers: [
      ...[
        removeErasedFiles(facts),
        noteErased(facts),
        forgetDrawings(facts),
        chainWhatWasDone,
        keepNewsPositions(facts),
        renewIndex(facts, searchables),
        renewIndexOfMany(searchables),
        makeIndexAnew(searchables),
        tellOfGraveActs(graveActs),
      ],
      ...all(one => one.followers).map(one => (typeof one === 'function' ? one({ erases, searchables, texts }) : one)),
    ],
    graveActs,
    leaves: all(one => one.leaves ?? []),
    tables,
    whoSees: [...all(one => one.whoSees), ...whoSeesGraveActs, ...whoSearches, ...whoReadsHelp],
    whose: named(one => one.whose),
    namesBelong: named(one => one.namesBelong),
    texts,
    groupTabs: all(one => one.groupTabs),
    networkTabs: all(one => one.networkTabs),
    help: { ...named(one => one.help), 'grave-acts': 'account' },
    onStage: all(one => one.onStage).map(part => (typeof part === 'function' ? part({ inTheYear }) : part)),
    onPiece: all(one => one.onPiece),
    onMany: all(one => one.onMany),
    onNetwork: all(one => one.onNetwork).map(part =>
      typeof part === 'function' ? part({ facts, threads, waiting, inTheYear }) : part,
    ),
    waiting,
    searchables,
    narrows: all(one => one.narrows),
    marks: all(one => one.marks),
    holdsSchools: all(one => one.holdsSchools),
    dependants: all(one => one.dependants),
    erases,
    carriesForward: all(one => one.carriesForward),
    beforeLeaving: all(one => one.beforeLeaving),
    inTheYear,
  }
}
