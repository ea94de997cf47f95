import type { Response } from 'express'
import type { House } from '../../house.js'
import { formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { enter, secondStepAtDoor } from '../second-step/begun-sign-ins.js'
import { tell } from '../sessions.js'
import { doorPage } from '../signing-in/door-page.js'
import { wayOn } from '../signing-in/way-on.js'
import { keepArrival } from './going-and-coming.js'
import { whoJoined } from './joining.js'
import type { Issuer } from './tables.js'
import { whatWentWrong } from './what-went-wrong.js'

export const joiningPage = '/account/school-accounts/joining'

/** What becomes of somebody who comes back from an issuer, or could not get there. */
export function arrivals(house: House) {
  const { db, log } = house

  /** Whoever has joined comes in; anybody else is kept in mind until they have said who they are here. */
  async function arrive(
    res: Response,
    issuer: Issuer,
    who: { subject: string; email: string; name: string },
    next: string,
  ): Promise<void> {
    const joined = await whoJoined(db, issuer, who.subject)
    const person = res.locals.person
    if (joined && person) {
      await tell(db, res, joined.id === person.id ? already(issuer.name) : somebodyElses(issuer.name), 'waiting')
      return res.redirect(303, '/account#school-accounts')
    }
    if (joined?.disabledAt) return couldNot(res, issuer, 403, disabled, next)
    if (joined) {
      const askedElsewhere = issuer.asksSecondStepSince !== null
      const on = await enter(db, res, joined.id, { next, cameBy: 'issuer', askedElsewhere })
      return res.redirect(303, on === secondStepAtDoor ? on : await wayOn(db, joined.id, on))
    }
    const toInvitation = next.startsWith('/invitations/')
    // The secret of an invitation stands nowhere but in its link.
    await keepArrival(db, res, issuer, who, toInvitation ? '/' : next)
    res.redirect(303, toInvitation ? next : person ? joiningPage : '/sign-in/arrived')
  }

  async function failed(res: Response, issuer: Issuer, error: unknown, next: string): Promise<void> {
    const { sentence, why } = whatWentWrong(issuer.name, error)
    log.warn({ issuer: issuer.id, why }, 'nobody came in by an issuer')
    await couldNot(res, issuer, 503, sentence, next)
  }

  /** The other ways in stand beside the sentence; whoever is signed in stays so. */
  async function couldNot(res: Response, issuer: Issuer, status: number, sentence: string, next: string) {
    if (res.locals.person) {
      await tell(db, res, sentence, 'waiting')
      return res.redirect(303, '/account#school-accounts')
    }
    if (next.startsWith('/invitations/')) {
      const action = { href: next, text: 'Back to your invitation' }
      return show(res.status(status), 'people/over', { title: `Not by ${issuer.name}`, sentences: [sentence], action })
    }
    const on = next === joiningPage ? '/' : next
    show(res.status(status), 'people/sign-in', await doorPage(house, formOf({ next: on }), { trouble: sentence }))
  }

  return { arrive, failed, couldNot }
}

const disabled = 'This account has been disabled. The person who looks after the workbench can say why.'

function already(name: string): string {
  return `You come in with this account of ${name} already.`
}

function somebodyElses(name: string): string {
  return `This account of ${name} opens somebody else’s account here. Nothing has changed.`
}
