import { createHash } from 'node:crypto'
import type { Db } from '../../database.js'
import { headOf } from '../../enquiries/head.js'
import { type FormState } from '../../web/read.js'
import type { ActionInView, FoundAction } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import type { InEverySchoolPage } from '../pages.js'
import { schoolsFor } from './schools.js'

export type AtSchools = ActionInView['schools']

/** A version that no card has. */
export const notOnIt = 0

/** Schools on the form that somebody took off the action since: they come back on it if something was typed for them. */
export async function takenOffSince(db: Db, action: FoundAction, on: AtSchools, body: unknown): Promise<AtSchools> {
  const known = await schoolsFor(db, action.enquiry, action.id)
  return known
    .filter(({ id }) => isOnForm(id, body) && !on.some(one => one.schoolId === id))
    .map(({ id, name }) => {
      const nothing = { adaptation: '', whatHappened: '', writtenAt: '', writtenByName: '' }
      return { schoolId: id, name, version: notOnIt, ...nothing }
    })
}

export function isOnForm(school: string, body: unknown): boolean {
  return typeof body === 'object' && body !== null && `version-${school}` in body
}

interface Words {
  adaptation: string
  whatHappened: string
  version: number
}

type Values = Record<string, string | number>

export function wordsFor(school: string, values: Values): Words {
  return {
    adaptation: String(values[`adaptation-${school}`]),
    whatHappened: String(values[`whatHappened-${school}`]),
    version: Number(values[`version-${school}`]),
  }
}

/** Cards that were left as they were opened are not written anew, whatever somebody else wrote on them meanwhile. */
export function saysOtherwise(card: AtSchools[number], values: Values): boolean {
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

export function asFields(schools: AtSchools): Record<string, string | number> {
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
export function onlyOf(schools: AtSchools, body: Record<string, string>): Record<string, string> {
  const names = schools.flatMap(one => [`adaptation-${one.schoolId}`, `whatHappened-${one.schoolId}`])
  return Object.fromEntries(names.map(name => [name, body[name] ?? '']))
}

export function everySchoolPage(action: FoundAction, schools: AtSchools, form: FormState): InEverySchoolPage {
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
