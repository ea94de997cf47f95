import type { Citations } from '../../documents/citations.js'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Stage } from '../../stages.js'
import type { Enquiry } from '../enquiry.js'

/**
 * A later room's part of a stage page or of the group's own page ('home'), beneath what the group wrote: `onStage` of
 * its room. Parts stand in the order of the rooms.
 */
export interface StagePart<Data extends object = object, Known = unknown> extends Knowing<Known> {
  stage: Stage | 'home'
  /** On the group's own page it comes before everything, and in the place of the next step or above it. */
  first?: First
  /** A view part, such as `evidence/_on-stage`; it is handed what `load` gives. */
  view?: string
  /** What the part shows; undefined shows nothing. It decides itself what this person may see. */
  load?(db: Db, person: Reader, enquiry: Enquiry, known: Known): Promise<Data | undefined>
  /** The texts in what it shows, in which works may be cited. */
  written?(data: Data): (string | null)[]
  /** The works that the texts of any stage cite, from the room that knows them. */
  cites?(enquiry: Enquiry, texts: string[], known: Known): Promise<Citations | undefined>
  /** What the room adds to the list of what the stage still needs. Asked for members only. */
  needs?(db: Db, enquiry: Enquiry, known: Known): Promise<StageNeed[]>
}

/** What a room brings to a page in more than one place. */
export interface Knowing<Known = unknown> {
  /** What all of these places are worked out from, such as the view of a part and the needs of its stage: asked once for a page. */
  knows?(db: Db, enquiry: Enquiry): Promise<Known>
}

export type First = 'in the place of the next step' | 'above the next step'

/** One line of what a stage needs. It never blocks. */
export interface StageNeed {
  stage: Stage
  /** What would be there, such as "A context card for Weir Lane Primary". */
  text: string
  met: boolean
  /** Where to do it. */
  href: string
}

/** A part as a page shows it. */
export interface ShownPart {
  view: string
  data: object
  first?: First
  written: string[]
}

/** What parts of one page know. Several parts of a room may know the same; it is asked once. */
export type PartsKnow = (part: Knowing) => Promise<unknown>

export function partsKnow(db: Db, enquiry: Enquiry): PartsKnow {
  const known = new Map<Knowing['knows'], Promise<unknown>>()
  return part => {
    if (!known.has(part.knows)) known.set(part.knows, Promise.resolve(part.knows?.(db, enquiry)))
    return known.get(part.knows)!
  }
}

export async function partsFor(
  parts: StagePart[],
  place: StagePart['stage'],
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  know: PartsKnow,
): Promise<ShownPart[]> {
  const found: ShownPart[] = []
  for (const part of parts.filter(one => one.stage === place)) {
    const data = part.view && part.load ? await part.load(db, person, enquiry, await know(part)) : undefined
    if (!part.view || !data) continue
    const written = (part.written?.(data) ?? []).filter(text => text !== null)
    found.push({ view: part.view, data, written, ...(part.first ? { first: part.first } : {}) })
  }
  return found
}

/** The works that these texts cite, where a room knows them. */
export async function citedIn(
  parts: StagePart[],
  enquiry: Enquiry,
  texts: string[],
  know: PartsKnow,
): Promise<Citations | undefined> {
  const part = parts.find(one => one.cites)
  return part?.cites?.(enquiry, texts, await know(part))
}
