import { day } from '../../words/words.js'
import { isOnPaperOnly } from '../permissions.js'
import type { ResponseOf } from '../recommendations.js'

type FromPaper = Pick<ResponseOf, 'schoolName' | 'answeredByName' | 'fromPaperOn' | 'confirmedAt' | 'confirmedByName'>

/**
 * Who gave an answer, and how: `Mair Llwyd`, or `entered for the head of Ashcombe by Nia Prŷs from paper, 3 May 2027`,
 * and who confirmed it since.
 */
export function givenByInWords(response: FromPaper): string {
  const { schoolName, answeredByName, fromPaperOn, confirmedAt, confirmedByName } = response
  const name = answeredByName ?? 'somebody'
  if (fromPaperOn === null) return name
  const entered = `entered for the head of ${schoolName} by ${name} from paper, ${day(fromPaperOn)}`
  return confirmedAt ? `${entered}; confirmed by ${confirmedByName ?? 'the head'} on ${day(confirmedAt)}` : entered
}

/** What stands behind an answer wherever answers are counted or listed: ` (from paper)`, until a head has confirmed it. */
export function fromPaperInShort(response: Pick<ResponseOf, 'fromPaperOn' | 'confirmedAt'>): string {
  return isOnPaperOnly(response) ? ' (from paper)' : ''
}
