import type { Block } from '../documents/document.js'
import { heading, paragraph, text } from '../documents/making-blocks.js'
import { TASK_MARK } from '../documents/to-text.js'
import { now } from '../web/now.js'
import { day, listed } from '../words/words.js'
import { answersToGive } from '../recommendations/answers.js'
import { type Recommended, recommendationCalled } from './recommended.js'
import type { Dossier } from './tables.js'

/**
 * The page to tick, write and hand back: from which school, to whom and of which day, how, a part for each recommendation, and
 * the signature. It may be torn from the rest, so all of this stands on it.
 * @param groups those that wait for the answers
 */
export function replySlip(baseUrl: string, dossier: Dossier, groups: string[], parts: Block[]): Block[] {
  return [...slipOpening(baseUrl, dossier, groups), ...parts, ...signature]
}

function slipOpening(baseUrl: string, { school, network }: Dossier, groups: string[]): Block[] {
  const to = `${listed(groups)}, ${network}`
  return [
    { kind: 'heading', level: 2, id: 'reply-slip', beginsPage: true, inlines: text('Reply slip') },
    {
      kind: 'paragraph',
      inlines: [{ kind: 'strong', inlines: text(`From ${school} to ${to}. As it stood on ${day(now())}.`) }],
    },
    {
      kind: 'paragraph',
      manner: 'quiet',
      inlines: [
        ...text('If you have an account, answer in a minute at '),
        { kind: 'link', href: `${baseUrl}/`, inlines: text(`${baseUrl}/`) },
        ...text(
          '. If you have none, tick, write, and hand it back to whoever gave it to you. They, or a colleague of your school, enter it word for word. Wherever it stands it then says that it was entered for you from paper, by whom, and with the day below. Once you have an account, you are asked to confirm it or to change it; until then it is not published.',
        ),
      ],
    },
  ]
}

/** The part for one recommendation. */
export function slipFor(code: string, one: Recommended): Block[] {
  return [
    heading(`${recommendationCalled(code)}, from ${one.group}: your answer`, 3),
    paragraph(one.recommendation),
    paragraph(answersToGive.map(({ text: words }) => `${TASK_MARK.open}\u00a0${words}`).join('\u00a0\u00a0\u00a0 ')),
    { kind: 'blank', label: 'Because', lines: 2 },
    { kind: 'blank', label: 'We will look at it again on', lines: 1 },
  ]
}

const signature: Block[] = [
  { kind: 'blank', label: 'Name', lines: 1 },
  { kind: 'blank', label: 'Date', lines: 1 },
]
