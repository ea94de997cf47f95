import { Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { line, text } from '../../web/fields.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { addObjective, findObjective, objectivesOf, removeObjective, saveObjective } from './objectives.js'
import type { ThemeObjective } from '../tables.js'

const words = line('Say what the theme wants to reach', 300)
const NewForm = z.strictObject({ objective: words })
const ObjectiveForm = z.strictObject({ objective: words, cameOfIt: text(2000) })

/** The objectives of a theme: written down, and each answered with what came of it. */
export function objectiveRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/objectives' as const

  routes.get(at, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    show(res, 'themes/objectives', await objectivesPage(db, found, formOf()))
  })

  routes.post(at, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const reading = read(NewForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/objectives', await objectivesPage(db, found, reading.form))
    await inOne(db, trx => addObjective(trx, found.theme, found.person, reading.values.objective))
    await tell(db, res, 'The objective is written down.')
    res.redirect(303, `${found.address}/objectives`)
  })

  routes.get(`${at}/:objective`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const objective = await findObjective(db, found.theme, req.params.objective)
    show(res, 'themes/objective', objectivePage(found, objective, formOf(objective)))
  })

  routes.post(`${at}/:objective`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const objective = await findObjective(db, found.theme, req.params.objective)
    const reading = read(ObjectiveForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/objective', objectivePage(found, objective, reading.form))
    await inOne(db, trx => saveObjective(trx, found.theme, objective, found.person, reading.values))
    await tell(db, res, 'The objective is saved.')
    res.redirect(303, found.address)
  })

  routes.post(`${at}/:objective/removal`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const objective = await findObjective(db, found.theme, req.params.objective)
    await inOne(db, trx => removeObjective(trx, found.theme, objective, found.person))
    await tell(db, res, `“${objective.objective}” is no objective of the theme any more.`)
    res.redirect(303, found.address)
  })

  return routes
}

async function toChange(db: Db, person: Reader, at: { network: string; theme: string }): Promise<FoundTheme> {
  const found = await findTheme(db, person, at)
  allow(found.may.change)
  return found
}

async function objectivesPage(db: Db, { theme, head, address }: FoundTheme, form: FormState) {
  const objectives = await objectivesOf(db, theme.id)
  return { title: `Objectives of ${theme.name}`, head, theme, address, objectives, form }
}

function objectivePage({ theme, head, address }: FoundTheme, objective: ThemeObjective, form: FormState) {
  return { title: 'An objective', head, theme, address, objective, form }
}
