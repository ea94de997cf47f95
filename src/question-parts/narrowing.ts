import type { Narrowing } from '../evidence/listing/narrowing.js'
import { partsOf, tiesOf } from './parts.js'

/** Pieces that answer a part of the question. */
export const byQuestionPart: Narrowing = {
  name: 'question-part',
  label: 'Part of the question',
  async choices(db, _person, enquiry) {
    return (await partsOf(db, enquiry)).map(({ id, name }) => ({ value: id, text: name }))
  },
  async pieces(db, _person, _enquiry, value) {
    return [...(await tiesOf(db, 'evidence', [value])).get(value)!]
  },
}
