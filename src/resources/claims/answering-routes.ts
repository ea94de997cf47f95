import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findResources } from '../finding.js'
import { findBudget } from '../funds/budgets.js'
import { mayAnswerClaim, mayChangeClaim, mayGoOver, mayPayClaim, maySayYesForBudget } from '../permissions.js'
import { AnswerForm, PaymentForm } from './answer-forms.js'
import { claimPage } from './claim-page.js'
import {
  beyondBudget,
  payClaim,
  removeDraft,
  sayNo,
  sayYes,
  sendClaim,
  takeBackClaim,
  takeOutReceipt,
} from './claiming.js'
import { findClaim } from './claims.js'

/** A claim is sent, answered and paid. */
export function answeringRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/claims/:claim' as const

  routes.post(`${at}/sending`, async (req, res) => {
    const { person, claim, address } = await found(req.params, res)
    allow(mayChangeClaim(person, claim), 'This claim has been sent already.')
    await inOne(db, trx => sendClaim(trx, claim, person))
    await tell(db, res, `The claim is sent. ${heardBy(mail).answer()}`)
    res.redirect(303, address)
  })

  routes.post(`${at}/taking-back`, async (req, res) => {
    const { person, claim, address } = await found(req.params, res)
    allow(claim.personId === person.id && claim.state === 'sent', 'Only a claim that waits can be taken back.')
    allow(!claim.headYesAt && !claim.holderYesAt, 'Somebody has said yes already. Ask them to send it back.')
    await inOne(db, trx => takeBackClaim(trx, claim))
    await tell(db, res, 'The claim is a draft again.')
    res.redirect(303, address)
  })

  routes.post(`${at}/removal`, async (req, res) => {
    const { person, claim, there } = await found(req.params, res)
    allow(claim.personId === person.id && claim.state === 'draft', 'Only a draft can be thrown away.')
    await inOne(db, trx => removeDraft(trx, claim))
    await tell(db, res, 'The draft is gone.')
    res.redirect(303, `${there.address}/claims`)
  })

  routes.post(`${at}/receipts/:file/removal`, async (req, res) => {
    const { person, claim, address } = await found(req.params, res)
    allow(mayChangeClaim(person, claim))
    await inOne(db, trx => takeOutReceipt(trx, claim, req.params.file))
    await tell(db, res, 'The receipt is out of the claim.')
    res.redirect(303, address)
  })

  routes.post(`${at}/answers`, async (req, res) => {
    const { person, claim, address, there } = await found(req.params, res)
    allow(mayAnswerClaim(person, claim), 'Somebody else says yes or no to this claim.')
    const reading = read(AnswerForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    if (reading.ok && reading.values.answer === 'yes') {
      const chosen = reading.values.budget || claim.budgetId
      const budget =
        chosen && chosen !== claim.budgetId ? await findBudget(db, person, there.network, chosen) : claim.budget
      if (maySayYesForBudget(person, claim)) {
        const over = await beyondBudget(db, { ...claim, budget })
        if (over && !mayGoOver(person, claim))
          addMistake(form, 'answer', `${over}. A network leader can say yes to it, with the reason`)
        else if (over && !reading.values.overBecause) addMistake(form, 'overBecause', `${over}. Say why it is right`)
      }
      if (form.summary.length === 0) {
        const given = { overBecause: reading.values.overBecause, budgetId: budget?.id ?? null }
        await inOne(db, trx => sayYes(trx, claim, person, given))
        await tell(db, res, 'Your yes is with the claim.')
        return res.redirect(303, address)
      }
    }
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'resources/claim', await claimPage(db, there, claim, { form }))
    const { answer, word } = reading.values
    await inOne(db, trx => sayNo(trx, claim, person, answer as 'sent back' | 'declined', word))
    await tell(db, res, answer === 'declined' ? 'The claim is declined.' : 'The claim is sent back.')
    res.redirect(303, answer === 'declined' ? address : there.address)
  })

  routes.post(`${at}/payment`, async (req, res) => {
    const { person, claim, address, there } = await found(req.params, res)
    allow(mayPayClaim(person, claim), 'A network leader enters what is paid, once the claim is agreed.')
    const reading = read(PaymentForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'resources/claim', await claimPage(db, there, claim, { payForm: reading.form }))
    await inOne(db, trx => payClaim(trx, claim, person, reading.values))
    await tell(db, res, 'The payment is entered.')
    res.redirect(303, address)
  })

  async function found(params: { network: string; claim: string }, res: Parameters<typeof signedIn>[0]) {
    const there = await findResources(db, signedIn(res), params.network)
    const claim = await findClaim(db, there.person, there.network, params.claim)
    return { person: there.person, claim, there, address: `${there.address}/claims/${claim.id}` }
  }

  return routes
}
