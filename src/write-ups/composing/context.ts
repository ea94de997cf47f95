import { cardFields, stageFields } from '../../enquiries/stages/stage-fields.js'
import type { CardOfSchool } from '../../enquiries/records/records.js'
import { readsFromTheRight } from '../../documents/letters/direction.js'
import { plural } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { knowsHow } from '../sentences.js'
import { list, said, stacked, under } from './markdown.js'

/** Each school in its own words, in the order of the alphabet, then what the group agreed about all of them. */
export function composeContext({ cards, words, expertise }: Logged): string {
  const agreed = stageFields.find(one => one.field === 'context.startingPoint')!
  return stacked(
    ...cards.map(card => under(card.school, cardInWords(card))),
    under(agreed.heading, words(agreed.field)),
    under(
      'Who already knew how',
      list(expertise.map(one => knowsHow(one.who, one.school, one.knowsHowTo, one.howWeKnow))),
    ),
  )
}

function cardInWords(card: CardOfSchool): string {
  const roll = card.roll ? plural(card.roll, 'pupil', 'pupils') : ''
  const facts = [card.phase, roll].filter(Boolean).join(', ')
  const [circumstances, ...others] = cardFields.map(({ field, label }) => ({
    label,
    body: card.texts[field]?.body ?? '',
  }))
  const first = [facts && `*${facts}.*`, circumstances?.body.trim() ?? ''].filter(Boolean)
  // Words that are read from the right are a paragraph of their own, or the facts would be turned with them.
  const apart = readsFromTheRight(first.at(-1) ?? '')
  return stacked(...(apart ? first : [first.join(' ')]), ...others.map(({ label, body }) => said(`${label}.`, body)))
}
