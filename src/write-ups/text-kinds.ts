import { NotFound } from '../errors.js'
import type { TextKind } from '../texts/kinds.js'
import { mayWriteUp } from './permissions.js'
import { appendix } from './parts/parts.js'
import { groupOfPart } from './whose.js'
import { findPart, partAddress, partText } from './write-ups.js'

/** The words of a part of a write-up, in Markdown. The owner is the part. */
export const writeUpPartTexts: TextKind = {
  kind: partText.kind,
  ownedBy: { table: 'write_up_parts' },
  whose: groupOfPart,
  async find(db, person, owner, field) {
    const { part, writeUp } = await findPart(db, person, owner)
    if (field !== partText.field || part.part === appendix) throw new NotFound('text')
    return { mayWrite: mayWriteUp(writeUp.enquiry), label: part.heading, back: partAddress(part) }
  },
}
