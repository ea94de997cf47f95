import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { actionToChange } from '../action-to-change.js'
import { actionInView, type FoundAction } from '../actions.js'
import { everySchoolForm } from '../forms.js'
import {
  asFields,
  type AtSchools,
  everySchoolPage,
  isOnForm,
  notOnIt,
  onlyOf,
  saysOtherwise,
  takenOffSince,
  wordsFor,
} from './every-school-page.js'
import { adaptAction } from './schools.js'

/** How an action went in all its schools, written down on one page. */
export function everySchoolRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/schools', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const { schools } = await actionInView(db, person, action)
    show(res, 'actions/every-school', everySchoolPage(action, schools, formOf(asFields(schools))))
  })

  routes.post('/actions/:action/schools', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const { schools: on } = await actionInView(db, person, action)
    const schools = [...on, ...(await takenOffSince(db, action, on, req.body))]
    const reading = read(everySchoolForm(schools), req.body)
    if (!reading.ok) {
      const asNow = asFields(schools.filter(one => !isOnForm(one.schoolId, req.body)))
      const form = { ...reading.form, values: { ...reading.form.values, ...formOf(asNow).values } }
      return show(res.status(422), 'actions/every-school', everySchoolPage(action, schools, form))
    }
    const written = schools.filter(one => saysOtherwise(one, reading.values))
    const missed = await inOne(db, async trx => {
      const late: AtSchools = []
      for (const { schoolId, ...card } of written) {
        const { version, ...words } = wordsFor(schoolId, reading.values)
        const onTop = card.version === notOnIt ? words : { ...words, version }
        if (!(await adaptAction(trx, action, schoolId, person, onTop))) late.push({ schoolId, ...card })
      }
      return late
    })
    if (missed.length > 0) return showLate(action, missed)
    const names = listed(written.map(one => one.name))
    await tell(db, res, written.length > 0 ? `What happened at ${names} is saved.` : 'Nothing was changed.')
    res.redirect(303, `/actions/${action.id}#schools`)

    /** Those that nobody else wrote on are saved; the others come back with both. */
    async function showLate(at: FoundAction, late: AtSchools): Promise<void> {
      const { schools: now } = await actionInView(db, person, at)
      const form = formOf({ ...asFields(now), ...onlyOf(late, req.body as Record<string, string>) })
      for (const { schoolId, name } of late)
        addMistake(
          form,
          `adaptation-${schoolId}`,
          `Somebody else has written at ${name} since you opened this. Read theirs, and then save what it should say.`,
        )
      const ids = late.map(one => one.schoolId)
      const theirs = now.filter(one => ids.includes(one.schoolId))
      show(res.status(409), 'actions/every-school', { ...everySchoolPage(at, now, form), theirs })
    }
  })

  return routes
}
