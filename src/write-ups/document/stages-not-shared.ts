import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import { unread } from '../../names/names.js'
import { type TextAsWritten, textsOf, textsOfMany } from '../../texts/texts.js'
import { written } from '../../names/written.js'
import { notSharedStage } from '../sentences.js'
import type { PartWithText } from '../write-ups.js'

/** Shorter words may stand anywhere by chance. */
const fewestLetters = 12

/**
 * The parts for somebody outside the group who reads the draft: a write-up is composed of what the group wrote in its stages,
 * and those that it has not shared give way to a sentence, word for word as they stand there.
 */
export async function withoutStagesNotShared(db: Db, enquiry: Enquiry, parts: PartWithText[]): Promise<PartWithText[]> {
  const hidden = await wordsNotShared(db, enquiry)
  if (hidden.length === 0) return parts
  return parts.map(part => {
    const body = hidden.reduce((said, words) => said.replaceAll(words, () => notSharedStage), unread(part.text.body))
    return { ...part, text: { ...part.text, body: written(body) } }
  })
}

/** The longest first, so that words within others leave nothing of them behind. */
async function wordsNotShared(db: Db, { id, sharedStages }: Enquiry): Promise<string[]> {
  const ofStages = await textsOf(db, 'stage', id)
  const fields = stageFields.filter(({ stage }) => !sharedStages.includes(stage)).map(({ field }) => ofStages[field])
  const cards = sharedStages.includes('context') ? [] : await textsOfCards(db, id)
  return [...fields, ...cards]
    .map(text => unread(text?.body ?? '').trim())
    .filter(words => words.length >= fewestLetters)
    .sort((one, other) => other.length - one.length)
}

async function textsOfCards(db: Db, enquiryId: string): Promise<TextAsWritten[]> {
  const cards = await db.selectFrom('contextCards').select('id').where('enquiryId', '=', enquiryId).execute()
  const texts = await textsOfMany(
    db,
    'context-card',
    cards.map(card => card.id),
  )
  return Object.values(texts).flatMap(fields => Object.values(fields))
}
