import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedRound, openRoundOf } from '../finding.js'
import { CriterionForm } from '../forms.js'
import '../pages.js'
import { mayChangeSheet } from '../permissions.js'
import { findRound } from '../rounds.js'
import { addCriterion, changeCriterion, copySheet, type Criterion, findCriterion, removeCriterion } from './sheet.js'

/** The sheet by which pieces are judged. */
export function sheetRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation/:round' as const

  routes.get(`${at}/criteria/new`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowSheet(there)
    show(res, 'moderation/criterion', criterionPage(there, formOf()))
  })

  routes.post(`${at}/criteria`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowSheet(there)
    const reading = read(CriterionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'moderation/criterion', criterionPage(there, reading.form))
    await inOne(db, trx => addCriterion(trx, there.round, there.person, reading.values))
    await tell(db, res, `“${reading.values.name}” is on the sheet.`)
    res.redirect(303, there.address)
  })

  routes.get(`${at}/criteria/:criterion/edit`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowSheet(there)
    const criterion = await findCriterion(db, there.round, req.params.criterion)
    const lines = criterion.levels.map(one => (one.means ? `${one.name}: ${one.means}` : one.name))
    const form = formOf({ name: criterion.name, levels: lines.join('\n') })
    show(res, 'moderation/criterion', criterionPage(there, form, criterion))
  })

  routes.post(`${at}/criteria/:criterion`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowSheet(there)
    const criterion = await findCriterion(db, there.round, req.params.criterion)
    const reading = read(CriterionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'moderation/criterion', criterionPage(there, reading.form, criterion))
    await inOne(db, trx => changeCriterion(trx, there.round, there.person, criterion, reading.values))
    await tell(db, res, 'The sheet is saved.')
    res.redirect(303, there.address)
  })

  routes.post(`${at}/criteria/:criterion/removal`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowSheet(there)
    const criterion = await findCriterion(db, there.round, req.params.criterion)
    await inOne(db, trx => removeCriterion(trx, there.round, there.person, criterion))
    res.redirect(303, there.address)
  })

  routes.post(`${at}/sheets/:from`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowSheet(there)
    const { round: from } = await findRound(db, there.person, there.network.id, req.params.from)
    await inOne(db, trx => copySheet(trx, there.round, there.person, from))
    await tell(db, res, `The sheet of “${from.title}” is taken over. Change it as you like.`)
    res.redirect(303, there.address)
  })

  return routes
}

function allowSheet(there: OpenedRound): void {
  allow(mayChangeSheet(there.person, there), 'The leader of the round writes its sheet, until somebody judges by it.')
}

function criterionPage({ head, address }: OpenedRound, form: FormState, criterion?: Criterion) {
  const own = criterion ? `${address}/criteria/${criterion.id}` : `${address}/criteria`
  return { title: 'What is looked at', head, address: own, back: address, form, isNew: criterion === undefined }
}
