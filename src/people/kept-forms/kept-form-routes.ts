import { Router } from 'express'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findKeptForm, type Kept, onceOf, throwAway } from './kept-forms.js'
import { tell } from '../sessions.js'

export function keptFormRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/kept-forms/:form', async (req, res) => {
    const form = await findKeptForm(db, signedIn(res), req.params.form)
    const fields = fieldsOf(form.kept)
    show(res, 'people/kept-form', {
      title: 'Your words were kept',
      address: form.address,
      keptAt: form.keptAt,
      fields,
      words: fields.filter(isWords).map(fieldInWords),
      choices: fields.filter(field => !isWords(field) && field.value).map(fieldInWords),
      sendingKey: onceOf(form),
      withFiles: form.kept.withFiles,
      filesLost: form.kept.filesLost,
      removal: `${req.path}/removal`,
    })
  })

  routes.post('/kept-forms/:form/removal', async (req, res) => {
    await throwAway(db, await findKeptForm(db, signedIn(res), req.params.form))
    await tell(db, res, 'The words are thrown away.')
    res.redirect(303, '/')
  })

  return routes
}

interface Field {
  name: string
  value: string
}

function fieldsOf({ fields }: Kept): Field[] {
  return Object.entries(fields).flatMap(([name, values]) => [values].flat().map(value => ({ name, value })))
}

/** What a person typed, as far as can be told: not the numbers and short names by which a form knows its records. */
function isWords({ name, value }: Field): boolean {
  return value.trim() !== '' && !/^(version|next)$|Id$/.test(name) && !/^[a-z0-9-]{1,40}$/.test(value)
}

function fieldInWords({ name, value }: Field): { label: string; text: string } {
  return { label: labelOf(name), text: value }
}

/** `whatWeSaw` → `What we saw`, `pupilsBecause` → `Pupils: why` */
function labelOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .toLowerCase()
    .trim()
    .replace(/^because$/, 'why')
    .replace(/ because$/, ': why')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
