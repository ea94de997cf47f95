import { NotFound } from '../../errors.js'
import type { TextKind } from '../../texts/kinds.js'
import { findContextCard } from '../records/context-card.js'
import { findEnquiryById } from '../enquiry.js'
import { stageAddress } from '../head.js'
import { mayReadStage, mayWriteStages } from '../permissions.js'
import { ofCycle } from '../whose.js'
import { cardFields, stageFields } from './stage-fields.js'

/** What a group writes in its stages. The owner is the cycle, the field one of stageFields. */
export const stageTexts: TextKind = {
  kind: 'stage',
  ownedBy: { table: 'enquiries' },
  whose: ofCycle,
  async find(db, person, owner, name) {
    const enquiry = await findEnquiryById(db, person, owner)
    const field = stageFields.find(one => one.field === name)
    if (!field || !mayReadStage(enquiry, field.stage)) throw new NotFound('text')
    return {
      mayWrite: mayWriteStages(enquiry),
      label: field.label,
      back: `${stageAddress(enquiry, field.stage)}#f-${field.field}`,
    }
  },
}

/** What a school writes on its context card. The owner is the card, the field one of cardFields. */
export const contextCardTexts: TextKind = {
  kind: 'context-card',
  ownedBy: { table: 'context_cards' },
  async whose(db, owner) {
    const card = await db.selectFrom('contextCards').select('enquiryId').where('id', '=', owner).executeTakeFirst()
    return card && ofCycle(db, card.enquiryId)
  },
  async find(db, person, owner, name) {
    const { card, enquiry } = await findContextCard(db, person, owner)
    const field = cardFields.find(one => one.field === name)
    if (!field) throw new NotFound('text')
    return {
      mayWrite: mayWriteStages(enquiry),
      label: `${field.label}, ${card.school}`,
      back: `/groups/${enquiry.groupId}/context-cards/${card.id}#f-${field.field}`,
    }
  },
}
