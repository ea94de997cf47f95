import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { sessionColumns } from '../in-the-year/columns.js'
import '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { SessionForm, sessionWords } from './session-forms.js'
import { formOfSession, sessionEditPage, sessionPage } from './session-page.js'
import { changeSession, findSession, planSession, sessionsOf, type SessionWords } from './sessions.js'

const perPage = 20

/** The sessions of a theme: listed, planned, changed. */
export function sessionRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/sessions' as const

  routes.get(at, async (req, res) => {
    const { theme, head, address, may } = await findTheme(db, signedIn(res), req.params)
    const which = queried(req, 'which') === 'past' ? 'past' : 'ahead'
    const place = { limit: perPage, offset: (pageNumber(req) - 1) * perPage }
    const { rows, total } = await sessionsOf(db, theme.id, which, place)
    const sessions = pageOf(req, rows, total, perPage)
    show(res, 'themes/sessions', { title: `Sessions of ${theme.name}`, head, theme, address, which, sessions, may })
  })

  routes.get('/networks/:network/themes/:theme/sessions.csv', async (req, res) => {
    const { theme } = await findTheme(db, signedIn(res), req.params)
    const all = await Promise.all(
      (['past', 'ahead'] as const).map(which => sessionsOf(db, theme.id, which, { limit: 5000, offset: 0 })),
    )
    const lines = all.flatMap(({ rows }) => rows).map(row => ({ ...row, theme: theme.name }))
    lines.sort((one, other) => one.startsAt.localeCompare(other.startsAt))
    sendCsv(res, 'sessions', sessionColumns, lines)
  })

  routes.get(`${at}/new`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    show(res, 'themes/session-edit', await sessionEditPage(db, found, null, formOf({ kind: 'sharing session' })))
  })

  routes.post(at, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const { words, form } = await readSession(db, found, req.body)
    if (!words) return show(res.status(422), 'themes/session-edit', await sessionEditPage(db, found, null, form))
    const id = await inOne(db, trx => planSession(trx, found.theme, found.person, words))
    await tell(db, res, `“${words.title}” is planned.`)
    res.redirect(303, `${found.address}/sessions/${id}`)
  })

  routes.get(`${at}/:session`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    show(res, 'themes/session', await sessionPage(db, found, session))
  })

  routes.get(`${at}/:session/edit`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    show(res, 'themes/session-edit', await sessionEditPage(db, found, session, formOfSession(session)))
  })

  routes.post(`${at}/:session`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    const { words, form } = await readSession(db, found, req.body)
    if (!words) return show(res.status(422), 'themes/session-edit', await sessionEditPage(db, found, session, form))
    await inOne(db, trx => changeSession(trx, found.theme, session, found.person, words))
    await tell(db, res, 'The session is saved. Whoever comes has been told.')
    res.redirect(303, `${found.address}/sessions/${session.id}`)
  })

  return routes
}

async function toChange(db: Db, person: Reader, at: { network: string; theme: string }): Promise<FoundTheme> {
  const found = await findTheme(db, person, at)
  allow(found.may.change)
  return found
}

async function readSession(
  db: Db,
  { network }: FoundTheme,
  body: unknown,
): Promise<{ words?: SessionWords; form: FormState }> {
  const reading = read(SessionForm, body)
  if (!reading.ok) return { form: reading.form }
  const words = sessionWords(
    reading.values,
    (await schoolsOf(db, network.id)).map(one => one.id),
  )
  const form = formOf(body)
  return words
    ? { words, form }
    : { form: addMistake(form, 'starts', 'The clocks go forward in this hour. Choose another') }
}
