import { Router } from 'express'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day, time } from '../../words/words.js'
import { findWithdrawal } from './dependants.js'

/** The list of what a withdrawal touched, kept for whoever recorded it and for the group. */
export function withdrawalListRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/withdrawals/:id', async (req, res) => {
    const person = signedIn(res)
    const list = await findWithdrawal(db, person, req.params.id)
    const isOfTheGroup = person.isVolunteerIn(list.groupId)
    const number = `E${list.number}`
    const what = list.what === 'consent' ? 'Consent was taken back' : 'It was withdrawn'
    show(res, 'evidence/withdrawal', {
      title: `What the withdrawal of ${number} touched`,
      breadcrumbs: isOfTheGroup
        ? [
            { href: `/groups/${list.groupId}`, text: list.groupName },
            { href: `/groups/${list.groupId}/evidence`, text: 'Evidence' },
          ]
        : [],
      number,
      groupName: list.groupName,
      heading: `Nobody sees ${number} any more`,
      sentence: `${what} on ${day(list.recordedAt)} at ${time(list.recordedAt)}, written down by ${list.recordedByName}. Everything that leaned on it then is below.`,
      touched: list.touched.map(one => ({ ...one, href: isOfTheGroup && one.href ? one.href : null })),
      back: isOfTheGroup
        ? { href: `/evidence/${list.evidenceId}`, text: `To ${number}` }
        : { href: '/', text: 'Your day' },
    })
  })

  return routes
}
