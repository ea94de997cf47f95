import type { Request } from 'express'
import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { BeyondTheLast, pageNumber, type PageOf, queried } from '../web/page-of.js'
import type { Chosen, Limits } from './asking/narrowing.js'
import type { Question } from './asking/question.js'
import type { FoundPlace, SearchPage } from './pages.js'
import { type Answer, mostCounted, type Order } from './search.js'
import type { Findable } from './searchables.js'
import { type HitShown, hitShown } from './showing.js'
import { foundInWords, notesOn } from './what-was-found.js'

export const hitsOnAPage = 20
const orders: { order: Order; text: string }[] = [
  { order: 'newest', text: 'Newest first' },
  { order: 'closest', text: 'Closest first' },
]

/** What somebody asks of the search, in the box and beside it. */
export interface Search {
  /** As it was typed: whether a space follows the last word matters. */
  q: string
  question: Question
  chosen: Chosen
  isNarrowed: boolean
  order: Order
  /** The number of the page. */
  number: number
}

/** @param question what was typed, taken apart */
export function searchIn(req: Request, q: string, question: Question): Search {
  const chosen = chosenIn(req)
  return {
    q,
    question,
    chosen,
    isNarrowed: question.filters.length > 0 || Object.values(chosen).some(value => value !== ''),
    order: orders.find(one => one.order === queried(req, 'order'))?.order ?? 'newest',
    number: Math.min(pageNumber(req), mostCounted / hitsOnAPage),
  }
}

/** Whether there is anything to look for. */
export function isAsked({ question, isNarrowed }: Search): boolean {
  return question.terms.length + question.without.length > 0 || isNarrowed
}

/**
 * The box, what narrows it, and what was found.
 * @param answer undefined where nothing was asked
 * @param isComplete whether everything is in the index
 */
export async function searchPage(
  db: Db,
  person: Reader,
  findable: Findable,
  req: Request,
  asked: Search,
  {
    answer,
    limits,
    isComplete,
    places,
    help,
  }: { answer: Answer | undefined; limits: Limits; isComplete: boolean; places: FoundPlace[]; help: FoundPlace[] },
): Promise<SearchPage> {
  const { q, question, chosen, isNarrowed, order, number } = asked
  return {
    title: q ? `“${q.length > 60 ? `${[...q].slice(0, 60).join('')}…` : q}” – Search` : 'Search',
    q,
    isAsked: isAsked(asked),
    fields: await fieldsOf(db, person, findable, chosen),
    isNarrowed,
    order,
    orders: orders.map(one => ({ ...one, href: addressWith(req, q, { order: one.order, page: '' }) })),
    places,
    help,
    page: pageOfHits(req, q, answer, number),
    said: answer ? foundInWords(answer, q) : '',
    mistakes: limits.mistakes,
    notes: notesOn(question, q, answer, isComplete),
    withoutFilters: isNarrowed && answer?.count === 0 ? withoutFilters(question) : null,
  }
}

function chosenIn(req: Request): Chosen {
  const { kind, school, group, stage, from, to } = Object.fromEntries(
    ['kind', 'school', 'group', 'stage', 'from', 'to'].map(name => [name, queried(req, name)]),
  ) as unknown as Chosen
  return { kind, school, group, stage, from, to }
}

/** The choices are of what this person knows: the schools and groups of their networks. */
async function fieldsOf(db: Db, person: Reader, { searchables, directory }: Findable, chosen: Chosen) {
  const choices = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, text: name }))
  const kinds = searchables.map(({ kind, many }) => ({ value: kind, text: many[0]!.toUpperCase() + many.slice(1) }))
  return [
    { name: 'kind', label: 'Kind', value: chosen.kind, options: kinds },
    { name: 'school', label: 'School', value: chosen.school, options: choices(await directory.schools(db, person)) },
    {
      name: 'group',
      label: 'Enquiry group',
      value: chosen.group,
      options: choices(await directory.groups(db, person)),
    },
    { name: 'stage', label: 'Stage', value: chosen.stage, options: choices(directory.stages) },
    { name: 'from', label: 'From', value: chosen.from, type: 'date' },
    { name: 'to', label: 'To', value: chosen.to, type: 'date' },
  ]
}

function pageOfHits(req: Request, q: string, answer: Answer | undefined, number: number): PageOf<HitShown> {
  const total = answer?.count ?? 0
  const address = (page: number) => addressWith(req, q, { page: String(page) })
  const pages = Math.max(1, Math.ceil(total / hitsOnAPage))
  if (answer && number > pages) throw new BeyondTheLast(address(pages))
  return {
    rows: (answer?.hits ?? []).map(hit => hitShown(hit, answer!.question.terms)),
    number,
    pages,
    total,
    address,
  }
}

/** This search at another page or in another order, everything else kept. */
function addressWith(req: Request, q: string, changed: Record<string, string>): string {
  const query = new URLSearchParams({ q })
  for (const name of ['kind', 'school', 'group', 'stage', 'from', 'to', 'order', 'page']) {
    const value = changed[name] ?? queried(req, name)
    if (value !== '') query.set(name, value)
  }
  return `/search?${query.toString()}`
}

function withoutFilters({ terms, without }: Question): string | null {
  const quoted = (said: string) => (said.includes(' ') ? `"${said}"` : said)
  const words = [...terms.map(term => quoted(term.said)), ...without.map(term => `-${quoted(term.said)}`)].join(' ')
  return words === '' ? null : `/search?${new URLSearchParams({ q: words }).toString()}`
}
