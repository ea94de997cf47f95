import type { Logged } from '../document/logged.js'
import { leverageTests } from '../../enquiries/stages/stage-fields.js'
import { leverageSaid } from '../sentences.js'
import { list, stacked } from './markdown.js'

/** The question, why the group asked it, and how it stood the four tests of leverage. */
export function composeQuestion({ enquiry, why, leverage }: Logged): string {
  const tests = leverageTests.flatMap(({ test, name }) => {
    const judged = leverage.find(one => one.test === test)
    return judged ? [leverageSaid(name, judged.judgement, judged.because)] : []
  })
  return stacked(
    `**${enquiry.question}**`,
    why,
    tests.length > 0 && `Before we began, we put the question to four tests.\n\n${list(tests)}`,
  )
}
