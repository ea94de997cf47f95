import { oncePer } from '../../asked-once.js'
import type { Db } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import type { FactBook } from '../../facts/kinds.js'
import { saysOf } from '../../facts/telling.js'
import type { PlaceOfNews, Unseen } from '../../facts/news/seeing.js'
import type { FactRow } from '../../facts/tables.js'
import type { Names } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { type Threads, threadsOnce } from '../comments/threads.js'
import type { Enquiry } from '../enquiry.js'
import { mayReadHistory } from '../permissions.js'
import { whatOpens } from './opening.js'

/** A group or a network, as somebody hears of it. */
export interface NewsPlace extends PlaceOfNews {
  name: string
  href: string
  /** Whether the reader may open each page of it that news leads to; others are led to the place itself. */
  opensAll: boolean
  /** Under which names its people and their words are read. */
  names: Names
}

/** What one person did of one kind since the reader was there. */
export interface NewsLine {
  /** "Nia Prŷs logged 4 pieces of evidence" */
  text: string
  /** The same without a word that anybody typed: for letters. */
  plain: string
  href: string
  at: string
}

/** What is new in one place, the newest first. */
export interface NewsOfPlace {
  place: { name: string; href: string }
  lines: NewsLine[]
  /** How many lines more there are. */
  more: number
}

/** How many facts are looked at; whoever was away for long reads the history. */
const mostFacts = 300

export function placeOfGroup(enquiry: Enquiry): NewsPlace {
  return {
    place: 'group',
    id: enquiry.groupId,
    heardBy: mayReadHistory(enquiry) ? 'the group' : 'around the group',
    name: enquiry.groupName,
    href: `/groups/${enquiry.groupId}`,
    opensAll: enquiry.standing.member,
    names: enquiry.names,
  }
}

/**
 * What others did in these places, told from facts, each place in the names under which the reader reads it. What the
 * reader may not open is not told either.
 * @param places each with the fact behind which its news begins
 */
export async function newsIn(
  db: Db,
  person: Reader,
  { facts: book, threads }: { facts: FactBook; threads: Threads },
  places: Unseen<NewsPlace>[],
  mostLines: number,
): Promise<NewsOfPlace[]> {
  const rows = await factsOf(db, person, book, places)
  const opens = await whatOpens(db, person, threadsOnce(threads), rows)
  const groups = new Set(places.filter(one => one.place === 'group').map(one => one.id))
  return places.flatMap(place => {
    // What is told under its group is not told once more under the network.
    const own = rows.filter(
      row =>
        isToldIn(book, row, place) && opens.has(row.id) && (place.place === 'group' || !groups.has(row.groupId ?? '')),
    )
    const lines = together(own).map(same => lineOf(book, place, same, opens.get(same[0]!.id)!))
    if (lines.length === 0) return []
    const { name, href } = place
    return [{ place: { name, href }, lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) }]
  })
}

type Told = FactRow & { by: string | null }

async function factsOf(db: Db, person: Reader, book: FactBook, places: Unseen<NewsPlace>[]): Promise<Told[]> {
  if (places.length === 0) return []
  const here = (heardBy: NewsPlace['heardBy']) => places.filter(one => one.heardBy === heardBy).map(one => one.id)
  const { theGroup, aroundTheGroup, theNetwork } = kindsTold(book)
  return factsHeard(db, {
    from: Math.min(...places.map(one => one.from)),
    personId: person.id,
    inside: here('the group'),
    theGroup,
    around: here('around the group'),
    aroundTheGroup,
    networks: here('the network'),
    theNetwork,
  })
}

interface Heard {
  from: number
  personId: string
  /** The groups, and of which kinds those in them hear. */
  inside: string[]
  theGroup: string[]
  around: string[]
  aroundTheGroup: string[]
  networks: string[]
  theNetwork: string[]
}

const factsHeard = asksWith((db, heard: Slots<Heard>) =>
  db
    .selectFrom('facts')
    .leftJoin('people', 'people.id', 'facts.personId')
    .selectAll('facts')
    .select('people.name as by')
    .where('facts.number', '>', heard.from)
    .where('facts.broughtAt', 'is', null)
    .where('facts.personId', '<>', heard.personId)
    .where(eb =>
      eb.or([
        eb.and([eb('facts.groupId', 'in', heard.inside), eb('facts.kind', 'in', heard.theGroup)]),
        eb.and([eb('facts.groupId', 'in', heard.around), eb('facts.kind', 'in', heard.aroundTheGroup)]),
        eb.and([eb('facts.networkId', 'in', heard.networks), eb('facts.kind', 'in', heard.theNetwork)]),
      ]),
    )
    .orderBy('facts.number', 'desc')
    .limit(mostFacts),
)

const kindsTold = oncePer((book: FactBook) => {
  const kinds = (heardBy: NewsPlace['heardBy']) =>
    Object.keys(book).filter(kind => book[kind]!.news?.to.includes(heardBy))
  return {
    theGroup: kinds('the group'),
    aroundTheGroup: kinds('around the group'),
    theNetwork: kinds('the network'),
  }
})

function isToldIn(book: FactBook, row: Told, { id, heardBy, from }: Unseen<NewsPlace>): boolean {
  const where = heardBy === 'the network' ? row.networkId : row.groupId
  return where === id && row.number > from && book[row.kind]!.news!.to.includes(heardBy)
}

/** What one person did of one kind, together, wherever it stands among the rest. */
function together(rows: Told[]): Told[][] {
  const same = new Map<string, Told[]>()
  for (const row of rows) {
    const key = `${row.kind} ${row.personId}`
    same.set(key, [...(same.get(key) ?? []), row])
  }
  return [...same.values()]
}

function lineOf(book: FactBook, place: NewsPlace, same: Told[], opens: string | true): NewsLine {
  const [newest] = same as [Told, ...Told[]]
  const { says, at } = book[newest.kind]!.news!
  const things = new Set(same.map(row => row.aboutId)).size
  const who = newest.by ?? 'Somebody who has left'
  const isAlone = same.length === 1
  const detail = isAlone && place.heardBy === 'the group' ? saysOf(book, newest) : newest.kind
  const count = counts(newest) ? things : same.length
  return {
    text: place.names.read(`${who} ${detail === newest.kind ? says(count) : detail}`),
    plain: place.names.read(`${who} ${says(count)}`),
    href: isAlone && opens !== true ? opens : place.opensAll ? at(newest, count) : place.href,
    at: newest.at,
  }
}

/** Three deeds on one piece are one piece. */
function counts({ aboutKind }: Told): boolean {
  return aboutKind !== null && aboutKind !== 'group' && aboutKind !== 'stage'
}
