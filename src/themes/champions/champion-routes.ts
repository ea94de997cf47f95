import { Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../../database.js'
import { allow, NotAllowed, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { neededText, text } from '../../web/fields.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { chosen } from '../chosen.js'
import { askChampion, colleaguesToAsk, findChampion, sayNo, sayYes, stepBack } from './champions.js'

const AskForm = z.strictObject({
  school: chosen('Choose a school'),
  person: chosen('Choose whom you ask'),
  why: text(600),
})
const YesForm = z.strictObject({
  knows: neededText('Say in a sentence what colleagues can ask you about', 400),
})

/** Champions of a theme: asked, and answered by whoever was asked. */
export function championRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/champions' as const

  routes.get(`${at}/new`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    allow(found.may.change)
    const form = formOf({ school: queried(req, 'school') })
    show(res, 'themes/champion-ask', await askPage(db, found, form))
  })

  routes.post(at, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    allow(found.may.change)
    const reading = read(AskForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const page = await askPage(db, found, form)
    if (reading.ok && !page.people.some(one => one.value === reading.values.person))
      addMistake(form, 'person', 'Choose whom you ask')
    if (!reading.ok || form.summary.length > 0) return show(res.status(422), 'themes/champion-ask', page)
    const { person: personId, school: schoolId, why } = reading.values
    await inOne(db, trx => askChampion(trx, found.theme, found.person, { personId, schoolId, why }))
    const name = page.people.find(one => one.value === personId)!.text
    await tell(db, res, `${name} has been asked. Nothing is said of it until they have said yes.`)
    res.redirect(303, found.address)
  })

  routes.get(`${at}/:champion`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const champion = await findChampion(db, found.theme, req.params.champion)
    if (champion.personId !== found.person.id) throw new NotFound('question')
    show(res, 'themes/champion', championPage(found, champion, formOf({ knows: champion.knows })))
  })

  routes.post(`${at}/:champion/acceptance`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const champion = await findChampion(db, found.theme, req.params.champion)
    if (champion.personId !== found.person.id) throw new NotFound('question')
    const reading = read(YesForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/champion', championPage(found, champion, reading.form))
    await inOne(db, trx => sayYes(trx, found.theme, champion, found.person, reading.values.knows))
    await tell(db, res, `You are a champion of ${found.theme.name} at ${champion.school}.`)
    res.redirect(303, found.address)
  })

  routes.post(`${at}/:champion/refusal`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const champion = await findChampion(db, found.theme, req.params.champion)
    if (champion.personId !== found.person.id) throw new NotFound('question')
    await inOne(db, trx => sayNo(trx, found.theme, champion, found.person))
    await tell(db, res, 'Thank you for saying so. Nobody but whoever asked you is told.')
    res.redirect(303, '/')
  })

  routes.post(`${at}/:champion/stepping-back`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const champion = await findChampion(db, found.theme, req.params.champion)
    const own = champion.personId === found.person.id
    if (!own && !found.may.lead) throw new NotAllowed('Champions step back themselves.')
    await inOne(db, trx => stepBack(trx, found.theme, champion, found.person))
    await tell(db, res, own ? 'You have stepped back. Thank you.' : `${champion.name} is no champion any more.`)
    res.redirect(303, found.address)
  })

  return routes
}

async function askPage(db: Db, { theme, network, head, address }: FoundTheme, form: FormState) {
  const schools = (await schoolsOf(db, network.id)).map(one => ({ value: one.id, text: one.name }))
  const school = schools.find(one => one.value === form.values.school) ?? null
  const people = school
    ? (await colleaguesToAsk(db, theme, school.value)).map(one => ({ value: one.id, text: one.name }))
    : []
  return { title: `Ask a champion of ${theme.name}`, head, theme, address, schools, school, people, form }
}

function championPage(
  { theme, head, address }: FoundTheme,
  champion: Awaited<ReturnType<typeof findChampion>>,
  form: FormState,
) {
  return { title: `Champion of ${theme.name}`, head, theme, address, champion, form }
}
