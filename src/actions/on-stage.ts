import type { Enquiry } from '../enquiries/enquiry.js'
import type { StageNeed, StagePart } from '../enquiries/stages/stage-parts.js'
import { unread } from '../names/names.js'
import { type ActionInView, actionsOf } from './actions.js'
import { mayAgreeActions } from './permissions.js'

export interface ActionsOnStage {
  actions: ActionInView[]
  /** `/groups/reading/actions` */
  address: string
  may: { agree: boolean }
}

/** The actions stand on the action stage. */
export const actionsOnStage: StagePart<ActionsOnStage> = {
  stage: 'action',
  view: 'actions/_on-stage',
  async load(db, person, enquiry) {
    const actions = await actionsOf(db, person, enquiry)
    const may = { agree: mayAgreeActions(enquiry) }
    if (actions.length === 0 && !may.agree) return undefined
    return { actions, address: `/groups/${enquiry.groupId}/actions`, may }
  },
  async needs(db, enquiry) {
    const actions = await db
      .selectFrom('actions')
      .leftJoin('actionSchools', 'actionSchools.actionId', 'actions.id')
      .select(['actions.expectedEffect', 'actionSchools.adaptation'])
      .where('actions.enquiryId', '=', enquiry.id)
      .where('actions.removedAt', 'is', null)
      .execute()
    const said = unread(actions)
    const expected = said.some(action => action.expectedEffect.trim() !== '')
    const adapted = said.length > 0 && said.every(action => (action.adaptation ?? '').trim() !== '')
    return [
      need(enquiry, 'An action with the effect that you expect', expected),
      need(enquiry, 'How each school made the actions its own', adapted),
    ]
  },
}

function need(enquiry: Enquiry, text: string, met: boolean): StageNeed {
  return { stage: 'action', text, met, href: `/groups/${enquiry.groupId}/actions` }
}
