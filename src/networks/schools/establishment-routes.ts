import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { mayImportEstablishments } from '../permissions.js'
import { type Import, importEstablishments, lastImport } from './establishments.js'
import type { ExtractMistake } from './reading-extract.js'
import { receiveExtract } from './receiving-extract.js'

/** The government's list of schools is taken in, once and then again whenever it is brought up to date. */
export function establishmentRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/establishments', async (_req, res) => {
    allow(mayImportEstablishments(signedIn(res)))
    await showImport(res, [])
  })

  routes.post('/establishments', async (req, res) => {
    const person = signedIn(res)
    allow(mayImportEstablishments(person))
    const extract = await receiveExtract(req, res)
    try {
      if (extract.refused) return await showImport(res.status(422), [{ line: null, text: extract.refused }])
      const done = await importEstablishments(db, person, extract.name, extract.path)
      if (!done.ok) return await showImport(res.status(422), done.mistakes)
      await inOne(db, trx => record(trx, { kind: 'list of schools imported', by: person }))
      await tell(db, res, importedInWords(done))
      res.redirect(303, '/establishments')
    } finally {
      await extract.remove()
    }
  })

  async function showImport(res: Response, mistakes: ExtractMistake[]): Promise<void> {
    const last = (await lastImport(db)) ?? null
    show(res, 'networks/import', { title: 'The government’s list of schools', last, mistakes })
  }

  return routes
}

const mistakesSaid = 5

function importedInWords({ rows, added, updated, schools, leftOut }: Extract<Import, { ok: true }>): string {
  const all = [
    `${plural(rows, 'school', 'schools')} read: ${added.toLocaleString('en-GB')} new, ${updated.toLocaleString('en-GB')} brought up to date.`,
    `${plural(schools, 'school', 'schools')} in networks follow the list.`,
  ]
  if (leftOut.lines === 0) return all.join(' ')
  const first = leftOut.first.slice(0, mistakesSaid).map(({ line, text }) => `Line ${line}: ${text}`)
  const more = leftOut.lines - first.length
  return [
    ...all,
    `${plural(leftOut.lines, 'line was', 'lines were')} left out.`,
    ...first,
    ...(more > 0 ? [`And ${plural(more, 'more', 'more')}.`] : []),
  ].join(' ')
}
