import { createHash } from 'node:crypto'
import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { actionToChange } from '../action-to-change.js'
import { type ActionInView, actionInView, type FoundAction } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import { everySchoolForm } from '../forms.js'
import type { InEverySchoolPage } from '../pages.js'
import { adaptAction, schoolsFor } from './schools.js'

type AtSchools = ActionInView['schools']

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

/** A version that no card has. */
const notOnIt = 0

/** Schools on the form that somebody took off the action since: they come back on it if something was typed for them. */
async function takenOffSince(db: Db, action: FoundAction, on: AtSchools, body: unknown): Promise<AtSchools> {
  const known = await schoolsFor(db, action.enquiry, action.id)
  return known
    .filter(({ id }) => isOnForm(id, body) && !on.some(one => one.schoolId === id))
    .map(({ id, name }) => {
      const nothing = { adaptation: '', whatHappened: '', writtenAt: '', writtenByName: '' }
      return { schoolId: id, name, version: notOnIt, ...nothing }
    })
}

function isOnForm(school: string, body: unknown): boolean {
  return typeof body === 'object' && body !== null && `version-${school}` in body
}

interface Words {
  adaptation: string
  whatHappened: string
  version: number
}

type Values = Record<string, string | number>

function wordsFor(school: string, values: Values): Words {
  return {
    adaptation: String(values[`adaptation-${school}`]),
    whatHappened: String(values[`whatHappened-${school}`]),
    version: Number(values[`version-${school}`]),
  }
}

/** Cards that were left as they were opened are not written anew, whatever somebody else wrote on them meanwhile. */
function saysOtherwise(card: AtSchools[number], values: Values): boolean {
  const words = wordsFor(card.schoolId, values)
  const opened = values[`was-${card.schoolId}`]
  if (opened) return traceOf(words) !== opened
  if (words.version !== card.version && words.adaptation === '' && words.whatHappened === '') return false
  return words.adaptation !== card.adaptation.trim() || words.whatHappened !== card.whatHappened.trim()
}

/** By which words are known again that were left as they were; the words themselves do not travel twice. */
function traceOf({ adaptation, whatHappened }: Pick<Words, 'adaptation' | 'whatHappened'>): string {
  const plain = [adaptation, whatHappened].map(words => words.replace(/\r\n/g, '\n').trim())
  return createHash('sha256').update(JSON.stringify(plain)).digest('base64url').slice(0, 20)
}

function asFields(schools: AtSchools): Record<string, string | number> {
  const fields: Record<string, string | number> = {}
  for (const { schoolId, adaptation, whatHappened, version } of schools) {
    fields[`adaptation-${schoolId}`] = adaptation
    fields[`whatHappened-${schoolId}`] = whatHappened
    fields[`version-${schoolId}`] = version
    fields[`was-${schoolId}`] = traceOf({ adaptation, whatHappened })
  }
  return fields
}

/** What was typed for these schools, without the version it was typed upon. */
function onlyOf(schools: AtSchools, body: Record<string, string>): Record<string, string> {
  const names = schools.flatMap(one => [`adaptation-${one.schoolId}`, `whatHappened-${one.schoolId}`])
  return Object.fromEntries(names.map(name => [name, body[name] ?? '']))
}

function everySchoolPage(action: FoundAction, schools: AtSchools, form: FormState): InEverySchoolPage {
  const { number, enquiry, expectedEffect } = action
  return {
    title: `How action A${number} went in every school`,
    breadcrumbs: crumbsBeneathAction(action),
    head: headOf(enquiry, 'actions'),
    action: { label: `A${number}`, href: `/actions/${action.id}`, action: action.action, expectedEffect },
    schools: schools.map(({ schoolId, name }) => ({ id: schoolId, name })),
    form,
    theirs: [],
  }
}
