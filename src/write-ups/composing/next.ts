import type { Logged } from '../document/logged.js'
import { list, sentence, stacked } from './markdown.js'

/** What the group decided at the end, what it asks next, and which of its claims are still open. */
export function composeNext({ decision, nextQuestion, claims }: Logged): string {
  const open = claims.filter(claim => claim.strength === 'a hunch' || claim.against.length > claim.for.length)
  return stacked(
    decision && `At the end of this cycle we decided to ${decision.decision}. ${sentence(decision.because)}`,
    nextQuestion && `The next cycle asks: **${nextQuestion}**`,
    open.length > 0 &&
      `What we would look at again:\n\n${list(open.map(claim => `${sentence(claim.claim)}${mindChanger(claim.whatWouldChange)}`))}`,
  )
}

function mindChanger(words: string): string {
  return words ? ` What would change our minds: ${sentence(words)}` : ''
}
