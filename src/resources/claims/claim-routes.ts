import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { receiveFiles } from '../../files/receiving/receiving.js'
import { sendFile } from '../../files/sending.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { answeredBefore } from '../../web/once.js'
import { queried } from '../../web/page-of.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findResources, type ResourcesOfNetwork } from '../finding.js'
import { mayChangeClaim, mayClaim } from '../permissions.js'
import type { ExpenseKind } from '../tables.js'
import { kindOf, readClaim } from './claim-form.js'
import { claimFormPage, claimPage } from './claim-page.js'
import { changeClaim, draftClaim } from './claiming.js'
import { findClaim, type FoundClaim } from './claims.js'
import { placeAt } from './for-what.js'
import { kindsPage } from './kinds-page.js'
import { findReceipt } from './receipts.js'

const reserve = 200 * 1024 * 1024
const mostPerClaim = 60 * 1024 * 1024

/** Somebody claims time or money, with receipts; a draft until it is sent. */
export function claimRoutes({ db, store }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/claims' as const
  const receive = receiveFiles({ store, maxFiles: 4, freeReserveBytes: reserve, roomLeft: mostPerClaim })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    allow(mayClaim(there.person, there.network), 'Claims are made by those who work in a school of the network.')
    const kind = kindOf(queried(req, 'kind'))
    const forHref = placeAt(queried(req, 'for'))?.href ?? ''
    if (!kind) return show(res, 'resources/claim-kinds', kindsPage(there, forHref))
    const page = await claimFormPage(db, there, kind, { form: formOf({ kind, onDay: today(), forHref }) })
    show(res, 'resources/claim-edit', page)
  })

  routes.post(at, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    allow(mayClaim(there.person, there.network))
    const id = await save(there, req, res)
    if (id) res.redirect(303, `${there.address}/claims/${id}`)
  })

  routes.get(`${at}/:claim`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const claim = await findClaim(db, there.person, there.network, req.params.claim)
    show(res, 'resources/claim', await claimPage(db, there, claim))
  })

  routes.get(`${at}/:claim/edit`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const claim = await findClaim(db, there.person, there.network, req.params.claim)
    allow(mayChangeClaim(there.person, claim), 'Only a draft, or what was sent back to you, can be changed.')
    show(res, 'resources/claim-edit', await claimFormPage(db, there, claim.kind, { claim }))
  })

  routes.post(`${at}/:claim`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const claim = await findClaim(db, there.person, there.network, req.params.claim)
    allow(mayChangeClaim(there.person, claim), 'Only a draft, or what was sent back to you, can be changed.')
    if (await save(there, req, res, claim)) res.redirect(303, `${there.address}/claims/${claim.id}`)
  })

  routes.get(`${at}/:claim/receipts/:file/:name`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const claim = await findClaim(db, there.person, there.network, req.params.claim)
    await sendFile(res, req, store, await findReceipt(db, claim, req.params.file))
  })

  /** Reads what was sent with its receipts and keeps it; a form to be mended comes back with every word. */
  async function save(there: ResourcesOfNetwork, req: Request, res: Response, claim?: FoundClaim) {
    const received = await receive(req, res)
    const { once, ...sent } = received.fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return undefined
    const kind: ExpenseKind = claim?.kind ?? kindOf(sent.kind) ?? 'release'
    const again = async (form: FormState) =>
      show(
        res.status(422),
        'resources/claim-edit',
        await claimFormPage(db, there, kind, { ...(claim && { claim }), form }),
      )

    const reading = await readClaim(db, there.person, there.network, kind, sent)
    if (!reading.ok) return void (await again(withRefused(reading.form, received.refused)))
    const { prepared, refused } = await prepareFiles(store, received.arrived)
    const notIn = [...received.refused, ...refused]
    if (notIn.length > 0) return void (await again(withRefused(formOf(sent), notIn)))
    const id = await inOne(db, async trx => {
      if (!claim) return draftClaim(trx, there.network, there.person, reading.values, prepared)
      await changeClaim(trx, claim, there.person, reading.values, prepared)
      return claim.id
    })
    const sentence = 'The claim is a draft. Look at it, then send it.'
    await tellOfDays(db, res, there.network.id, sentence, kind === 'release' ? [reading.values.onDay] : [])
    return id
  }

  return routes
}

function withRefused(form: FormState, refused: { name: string; because: string }[]): FormState {
  for (const file of refused) addMistake(form, 'receipts', `${file.name}: ${file.because}`)
  return form
}
