import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { type PartsKnow, partsKnow } from '../../enquiries/stages/stage-parts.js'
import type { Reader } from '../../names/reader.js'
import { audiences } from '../../reach/audiences.js'
import { stageKeys } from '../../stages.js'
import { day } from '../../words/words.js'
import { queried } from '../../web/page-of.js'
import { kindKeys, kinds } from '../kinds.js'
import { stageChoices } from '../logging/choices.js'
import type { EvidenceIndexPage } from '../pages.js'
import type { EvidenceFilters, sourcesOf } from './listing.js'
import type { Narrowing } from './narrowing.js'

/** Where what was asked for stands: in the address of a page, or in that of the list it was reached from. */
export type Asked = Pick<Request, 'query'>

/** What later rooms narrow by: their fields, and the pieces that fit all of what was chosen; undefined when nothing was. */
export async function furtherFilters(
  req: Asked,
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  narrowings: Narrowing[],
  know: PartsKnow = partsKnow(db, enquiry),
) {
  const fields: { name: string; label: string; value: string; options: { value: string; text: string }[] }[] = []
  let among: string[] | undefined
  for (const narrowing of narrowings) {
    const { name, label } = narrowing
    const known = await know(narrowing)
    const options = await narrowing.choices(db, person, enquiry, known)
    if (options.length === 0) continue
    const value = options.find(one => one.value === queried(req, name))?.value ?? ''
    fields.push({ name, label, value, options })
    if (value === '') continue
    const fitting = new Set(await narrowing.pieces(db, person, enquiry, value, known))
    among = among ? among.filter(id => fitting.has(id)) : [...fitting]
  }
  return { fields, among }
}

/** Only what can be a filter is taken from the address; anything else narrows nothing. */
export function filtersIn(req: Asked): EvidenceFilters {
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(queried(req, name)) ? queried(req, name) : '')
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | '' =>
    words.find(word => word === queried(req, name)) ?? ''
  return {
    words: queried(req, 'words'),
    kind: oneOf('kind', kindKeys),
    school: queried(req, 'school'),
    stage: oneOf('stage', stageKeys),
    who: queried(req, 'who'),
    audience: oneOf('audience', audiences),
    from: day('from'),
    to: day('to'),
  }
}

/** What was chosen, as it stands in the address. @param further fields of later rooms */
export function chosenFilters(filters: EvidenceFilters, further: { name: string; value: string }[], sort = ''): string {
  const chosen = [...Object.entries(filters), ...further.map(({ name, value }) => [name, value]), ['sort', sort]]
  return new URLSearchParams(chosen.filter(([, word]) => word !== '') as string[][]).toString()
}

/** Each filter that is on, in words, with the address of the list without it. */
export function chipsOf(
  fields: EvidenceIndexPage['filters'],
  address: string,
  query: string,
): EvidenceIndexPage['chips'] {
  return fields
    .filter(({ value }) => value !== '')
    .map(({ name, label, value, options, type }) => {
      const without = new URLSearchParams(query)
      without.delete(name)
      const rest = without.toString()
      const said = options?.find(one => one.value === value)?.text ?? (type === 'date' ? day(value) : `“${value}”`)
      return { text: `${name === 'words' ? 'Words' : label}: ${said}`, href: `${address}${rest ? `?${rest}` : ''}` }
    })
}

/** The fields above the list. */
export function filterFields(
  filters: EvidenceFilters,
  { schools, people }: Awaited<ReturnType<typeof sourcesOf>>,
  isMember: boolean,
): EvidenceIndexPage['filters'] {
  const asChoices = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, text: name }))
  const seenBy = [
    { value: 'author', text: 'only me' },
    { value: 'group', text: 'the group' },
    { value: 'school', text: 'the group and its school' },
    { value: 'network', text: 'the network' },
  ]
  return [
    { name: 'words', label: 'Words, or a number like E12', value: filters.words },
    {
      name: 'kind',
      label: 'Kind',
      value: filters.kind,
      options: kinds.map(one => ({ value: one.key, text: one.name })),
    },
    { name: 'school', label: 'School', value: filters.school, options: asChoices(schools) },
    { name: 'stage', label: 'Stage', value: filters.stage, options: stageChoices },
    { name: 'who', label: 'Logged by', value: filters.who, options: asChoices(people) },
    ...(isMember ? [{ name: 'audience', label: 'Seen by', value: filters.audience, options: seenBy }] : []),
    { name: 'from', label: 'From', value: filters.from, type: 'date' },
    { name: 'to', label: 'To', value: filters.to, type: 'date' },
  ]
}
