import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { evidenceById, type Piece } from '../evidence.js'
import { keptUncovered } from '../files/kept-originals.js'
import { ReasonForm } from '../forms.js'
import { numberOf } from '../listing/cards.js'
import { placeOf } from '../crumbs.js'
import { findToTakeBack, withdrawConsent } from './consent.js'

/** Somebody who can be seen in a piece takes back that they agreed: from then on nobody sees it. */
export function takingBackConsentRoutes({ db }: House, { dependants }: Pick<Brought, 'dependants'>): Router {
  const routes = Router()

  routes.get('/evidence/:id/consent/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findToTakeBack(db, person, req.params.id)
    await showTakingBack(res, db, person, piece, formOf())
  })

  routes.post('/evidence/:id/consent/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findToTakeBack(db, person, req.params.id)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return showTakingBack(res.status(422), db, person, piece, reading.form)
    const list = await inOne(db, trx => withdrawConsent(trx, piece, person, reading.values.reason, dependants))
    await tell(db, res, `${numberOf(piece)} is hidden from everybody, from this moment.`)
    res.redirect(303, `/withdrawals/${list}`)
  })

  return routes
}

async function showTakingBack(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const number = numberOf(piece)
  const readable = await evidenceById(db, person, piece.id)
  const uncovered = (await keptUncovered(db, piece)).length > 0
  show(res, 'evidence/confirm', {
    title: `Take back consent for ${number}`,
    ...(readable ? await placeOf(db, person, piece, true) : { breadcrumbs: [] }),
    confirm: {
      heading: `Take back consent for ${number}`,
      what: [
        `From the next click on nobody sees ${number}: not its words, its pictures or its files, in any list, report, PDF or download.`,
        'Work that quotes it cannot be published until the quotation is taken out.',
        'Its number stays with the word “withdrawn”, so that the group understands why something is missing.',
        ...(uncovered
          ? ['What was kept of its pictures from before they were covered is erased for good, and does not come back.']
          : []),
      ],
      who: [`The enquiry group ${piece.groupName}, and everybody that the piece was shared with`],
      undo: 'If it was a mistake, the group can record a consent again. The piece then comes back to the group alone.',
      address: `/evidence/${piece.id}/consent/withdrawal`,
      button: 'Hide it everywhere',
      danger: true,
      cancel: readable
        ? { href: `/evidence/${piece.id}`, text: 'Leave it as it is' }
        : { href: '/', text: 'Leave it as it is' },
      form,
      reason: {
        name: 'reason',
        label: 'Who said so, and when',
        hint: 'Do not name a pupil: “a parent, by phone” is enough.',
      },
    },
  })
}
