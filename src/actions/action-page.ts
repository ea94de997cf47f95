import type { Db } from '../database.js'
import { threadAbout } from '../enquiries/comments/thread-shown.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { cardOf } from '../evidence/listing/cards.js'
import { numbersNotShared } from '../instruments/measures/not-shared.js'
import { heldBack, whyHeldBack } from '../instruments/small-numbers/small-numbers.js'
import { citationsIn } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { type BesidePart, partsBeside } from '../networks/year.js'
import type { FormState } from '../web/read.js'
import { type ActionInView, actionInView, type FoundAction } from './actions.js'
import { actionsCrumb, evaluationAddress } from './addresses.js'
import type { ActionPage } from './pages.js'
import { mayChangeAction, mayShareActions } from './permissions.js'

/**
 * An action with its schools, its evidence and measures, and what is said about it.
 * @param beside what later rooms show on it
 * @param said a comment to be mended
 */
export async function actionPage(
  db: Db,
  person: Reader,
  found: FoundAction,
  beside: BesidePart[],
  said?: FormState,
): Promise<ActionPage> {
  const { enquiry } = found
  const action = await actionInView(db, person, found)
  const place = { page: action.href, address: `${action.href}/comments`, ...(said ? { form: said } : {}) }
  const thing = { aboutKind: 'action', aboutId: found.id }
  return {
    title: `Action ${action.label}`,
    breadcrumbs: crumbsOf(enquiry, actionsCrumb(enquiry)),
    head: headOf(enquiry, 'actions'),
    action,
    steps: action.steps.split('\n').filter(step => step.trim() !== ''),
    pieces: action.evidence.map(piece => ({ id: piece.id, card: cardOf(piece, person) })),
    measures: bySchool(action),
    whyHeldBack: action.measures.some(one => one.shown === heldBack) ? whyHeldBack : '',
    notShared: await numbersNotShared(db, enquiry, found.id),
    beside: await partsBeside(beside, 'action', db, person, found.id),
    inside: enquiry.standing.member,
    may: { change: mayChangeAction(enquiry, found), share: mayShareActions(enquiry) },
    evaluation: evaluationAddress(enquiry),
    thread: await threadAbout(db, person, enquiry, thing, { ...place, cites: citationsIn }),
  }
}

function bySchool({ measures }: ActionInView) {
  const schools = [...new Set(measures.map(measure => measure.school))]
  return schools.map(school => ({ school, values: measures.filter(measure => measure.school === school) }))
}
