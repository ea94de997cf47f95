import { Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { knowledgeAddress } from '../addresses.js'
import { StanceForm, stancesForm } from '../forms.js'
import { listPage } from '../list-page.js'
import { maySayWhatItDoes } from '../permissions.js'
import { referencesOf } from './references.js'
import { sayOfReference } from './saying.js'

/** After a list was brought in: what each of its works does to the group's thinking, said in one go. */
export function sayingOfSeveralRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/knowledge/stances', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(maySayWhatItDoes(enquiry), 'The cycle has finished, so what was said in it stays as it is.')
    const references = await referencesOf(db, enquiry.groupId)
    const reading = read(stancesForm(references.map(one => one.id)), req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const values: Record<string, string> = reading.ok ? reading.values : {}
    const said = references.flatMap(reference => {
      const [stance, sentence] = [values[`stance-${reference.id}`] ?? '', values[`sentence-${reference.id}`] ?? '']
      if (stance === '' && sentence === '') return []
      const one = read(StanceForm, { stance, sentence })
      if (one.ok) return [{ reference, words: one.values }]
      for (const { field, text } of one.form.summary) addMistake(form, `${field}-${reference.id}`, text)
      return []
    })
    if (form.summary.length > 0) return show(res.status(422), 'knowledge/index', await listPage(db, req, enquiry, form))
    await inOne(db, async trx => {
      for (const { reference, words } of said) await sayOfReference(trx, enquiry, reference, person, words)
    })
    await tell(db, res, `What ${plural(said.length, 'work does', 'works do')} to your thinking is noted.`)
    res.redirect(303, knowledgeAddress(enquiry))
  })

  return routes
}
