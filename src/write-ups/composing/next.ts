import type { Logged } from '../document/logged.js'
import { leads } from '../../handouts/leads.js'
import { ended, howSureWeAre, notAnswered } from '../sentences.js'
import { list, stacked } from './markdown.js'

/** What the group decided at the end, what it asks next, and which of its claims are still open. */
export function composeNext({ decision, nextQuestion, claims, challenges }: Logged): string {
  const open = claims.filter(claim => claim.strength === 'a hunch' || claim.against.length > claim.for.length)
  return stacked(
    decision && `At the end of this cycle we decided to ${decision.decision}. ${ended(decision.because)}`,
    nextQuestion && `The next cycle asks: **${nextQuestion}**`,
    open.length > 0 &&
      `What we would look at again:\n\n${list(open.map(claim => `${ended(claim.claim)} ${howSureWeAre(claim.strength)}${mindChanger(claim.whatWouldChange)}`))}`,
    notAnswered(challenges.filter(one => one.aboutKind !== 'claim').map(one => one.body)),
  )
}

function mindChanger(words: string): string {
  return words ? ` ${leads.changes}: ${ended(words)}` : ''
}
