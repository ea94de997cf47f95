import { day } from '../../words/words.js'
import { aroundInstruments } from '../around-instruments.js'
import type { ClosingPage } from './pages.js'
import { type FoundQuestionnaire, isOver } from './questionnaires.js'

/** What closing does, said before it is done. */
export function closingPage(found: FoundQuestionnaire): ClosingPage {
  const address = `/questionnaires/${found.id}`
  return {
    title: 'Close the questionnaire',
    ...aroundInstruments(found.enquiry),
    confirm: {
      heading: `Close “${found.name}”`,
      what: [
        'Nobody can answer any more, and every link to it ends.',
        'From five answers on, you see how they are spread, and they become a piece of evidence of the group.',
        found.evidenceId === null
          ? 'With fewer than five, all of them are erased, and nobody sees them.'
          : 'With fewer than five since it was opened again, the new ones are erased, and nobody sees them.',
        'Who has answered is forgotten, so that no answer can be led back to anybody.',
      ],
      who: isOver(found)
        ? []
        : [`Colleagues who meant to answer until ${day(found.endsOn)}: what they have begun is not taken any more.`],
      undo: 'You and whoever leads the group can open it again, with a new last day. What is erased does not come back, and nobody knows any more who has answered. If you are not sure, give it more days instead.',
      address: `${address}/closing`,
      button: 'Close the questionnaire',
      cancel: { href: address, text: 'Leave it open' },
    },
  }
}
