import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { FormState } from '../../web/read.js'
import type { FoundAction } from '../actions.js'
import { actionsCrumb, crumbsBeneathAction } from '../addresses.js'
import type { ActionFormPage } from '../pages.js'
import { schoolOptions } from '../schools/schools.js'

/** A new action of the group's newest cycle. */
export async function newActionPage(db: Db, enquiry: Enquiry, form: FormState): Promise<ActionFormPage> {
  return {
    title: 'Agree an action',
    breadcrumbs: crumbsOf(enquiry, actionsCrumb(enquiry)),
    head: headOf(enquiry, 'actions'),
    form,
    schools: await schoolOptions(db, enquiry),
    action: null,
    theirs: null,
  }
}

/** The same form, to say an action in other words. */
export async function revisedActionPage(db: Db, action: FoundAction, form: FormState): Promise<ActionFormPage> {
  const label = `A${action.number}`
  return {
    title: `Revise action ${label}`,
    breadcrumbs: crumbsBeneathAction(action),
    head: headOf(action.enquiry, 'actions'),
    form,
    schools: await schoolOptions(db, action.enquiry, action.id),
    action: { label, href: `/actions/${action.id}` },
    theirs: null,
  }
}
