import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Knowing } from '../../enquiries/stages/stage-parts.js'
import type { Reader } from '../../names/reader.js'

/** A later room's way to narrow the list of a group's evidence, such as a code: `narrows` of its room. */
export interface Narrowing<Known = unknown> extends Knowing<Known> {
  /** In the address. */
  name: string
  label: string
  /** What can be chosen; nothing where there is nothing for this person to choose. */
  choices(db: Db, person: Reader, enquiry: Enquiry, known: Known): Promise<{ value: string; text: string }[]>
  /** The ids of the pieces that are like this. @param value one of the choices */
  pieces(db: Db, person: Reader, enquiry: Enquiry, value: string, known: Known): Promise<string[]>
}
