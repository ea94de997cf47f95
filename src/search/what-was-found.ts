import { plural } from '../words/words.js'
import type { Question } from './asking/question.js'
import { type Answer, mostCounted, mostLookedAt } from './search.js'

/** How much was found, in a sentence; empty where nothing was. @param q what was typed */
export function foundInWords({ count, more }: Answer, q: string): string {
  if (count === 0) return ''
  const counted = more
    ? count >= mostCounted
      ? `More than ${mostCounted} things`
      : `At least ${count} things`
    : plural(count, 'thing', 'things')
  return `${counted} found${q.trim() ? '' : ' by these filters'}.`
}

/** What else should be known of an answer. */
export function notesOn(question: Question, q: string, answer: Answer | undefined, isComplete: boolean): string[] {
  const last = answer?.question.terms.at(-1)?.said
  return [
    ...(question.tooMuch ? ['This is more than can be looked for at once: only the beginning was.'] : []),
    ...(q.trim() !== '' && answer === undefined
      ? ['There is no word in this that can be looked for. Letters and figures can.']
      : []),
    ...(answer?.begun && last
      ? [`Words that begin with “${last}” are shown too. With a space after it, only the word itself is.`]
      : []),
    ...(answer?.onlyNewest
      ? [
          `Only the newest ${mostLookedAt.toLocaleString('en-GB')} places were looked at. Another word, or dates, will reach the older ones.`,
        ]
      : []),
    ...(isComplete
      ? []
      : ['Some things are still being read into the search; what is missing will be there in a few minutes.']),
  ]
}
