import type { Citations } from '../documents/citations.js'
import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { Stage } from '../stages.js'
import type { Enquiry } from './enquiry.js'

/**
 * A later room's part of a stage page or of the group's own page ('home'), beneath what the group wrote.
 * Rooms add theirs in src/stage-parts.ts; parts stand in that order.
 */
export interface StagePart<Data extends object = object> {
  stage: Stage | 'home'
  /** A view part, such as `evidence/_on-stage`; it is handed what `load` gives. */
  view?: string
  /** What the part shows; undefined shows nothing. It decides itself what this person may see. */
  load?(db: Db, person: Reader, enquiry: Enquiry): Promise<Data | undefined>
  /** The works that the texts of any stage cite, from the room that knows them. */
  cites?(db: Db, enquiry: Enquiry, texts: string[]): Promise<Citations | undefined>
  /** What the room adds to the list of what the stage still needs. Asked for members only. */
  needs?(db: Db, enquiry: Enquiry): Promise<StageNeed[]>
}

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
}

export async function partsFor(
  parts: StagePart[],
  place: StagePart['stage'],
  db: Db,
  person: Reader,
  enquiry: Enquiry,
): Promise<ShownPart[]> {
  const shown: ShownPart[] = []
  for (const part of parts.filter(one => one.stage === place)) {
    const data = part.view && part.load ? await part.load(db, person, enquiry) : undefined
    if (part.view && data) shown.push({ view: part.view, data })
  }
  return shown
}

/** The works that these texts cite, where a room knows them. */
export async function citedIn(
  parts: StagePart[],
  db: Db,
  enquiry: Enquiry,
  texts: string[],
): Promise<Citations | undefined> {
  return parts.find(part => part.cites)?.cites?.(db, enquiry, texts)
}
