import { type ActionInView, actionInView, type FoundAction } from '../actions/actions.js'
import { evaluationAddress } from '../actions/addresses.js'
import { schoolsFor } from '../actions/schools/schools.js'
import { mayShareOfCycle } from '../claims/permissions.js'
import { begun } from '../claims/sure.js'
import type { Db } from '../database.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import type { FormState } from '../web/read.js'
import type { EffectInView } from './effects.js'
import type { JudgePage, OfAnEffect } from './pages.js'
import { isJudged } from './judged.js'
import { piecesToRestOn } from './pieces-to-rest-on.js'
import { judgements, sureOfAnEffect, whom } from './words.js'

interface PageOfEffect extends OfAnEffect {
  action: ActionInView
  /** What the school wrote of it on the action's own page. */
  whatHappened: string
}

/**
 * What the pages of an effect have alike: the action, the school and what was written there.
 * @throws NotFound unless the school can try the action, or has been judged before
 */
export async function pageOfEffect(
  db: Db,
  person: Reader,
  found: FoundAction,
  schoolId: string,
  effect?: EffectInView,
): Promise<PageOfEffect> {
  const { enquiry } = found
  const offered = (await schoolsFor(db, enquiry, found.id)).find(one => one.id === schoolId)
  if (!offered && !effect) throw new NotFound('school on this action')
  const action = await actionInView(db, person, found)
  const card = action.schools.find(one => one.schoolId === schoolId)
  const grid = evaluationAddress(enquiry)
  const name = offered ? enquiry.names.school(offered) : (card?.name ?? 'A school that has left')
  return {
    title: `What A${found.number} did at ${name}`,
    breadcrumbs: crumbsOf(enquiry, { href: grid, text: 'Evaluation' }),
    head: headOf(enquiry, 'effects'),
    action,
    school: { id: schoolId, name },
    adaptation: card?.adaptation ?? '',
    whatHappened: card?.whatHappened ?? '',
    grid,
    recommend:
      effect && isJudged(effect) && mayShareOfCycle(enquiry)
        ? `/groups/${enquiry.groupId}/recommendations/new?effect=${found.id}.${schoolId}`
        : null,
  }
}

/** The same with the form, and what the judgement can rest on. */
export async function judgePage(
  db: Db,
  person: Reader,
  page: PageOfEffect,
  form: FormState,
  effect?: EffectInView,
): Promise<JudgePage> {
  return {
    ...page,
    form,
    judgements: judgements.map(value => ({ value, text: begun(value) })),
    sure: sureOfAnEffect,
    whom: whom.map(value => ({ value, text: begun(value) })),
    pieces: await piecesToRestOn(db, person, page.action, page.school.id, effect?.evidence ?? []),
    theirs: null,
  }
}
