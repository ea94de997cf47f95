import type { Document } from '../documents/document.js'
import { inOtherWords } from '../documents/in-other-words.js'
import { inTheirOrder } from './in-their-order.js'
import type { Names } from './names.js'

/** A document as it is read under some names: every word of it, and schools in the order of what they are called there. */
export function documentUnder(document: Document, names: Pick<Names, 'read' | 'schools' | 'people'>): Document {
  return inTheirOrder(inOtherWords(document, names.read), names.schools, names.people)
}
