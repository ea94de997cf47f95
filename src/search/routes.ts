import { type Request, Router } from 'express'
import type { Db } from '../database.js'
import type { Following } from '../facts/following.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { pageNumber, type PageOf, queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { plural } from '../words/words.js'
import { asked, type Asked } from './asked.js'
import { bringUpToDate } from './keeping.js'
import { type Chosen, narrowed } from './narrowing.js'
import './pages.js'
import { type Answer, mostCounted, mostLookedAt, type Order, search } from './search.js'
import type { Findable } from './searchables.js'
import { type HitShown, hitShown } from './showing.js'

const hitsOnAPage = 20
const orders: { order: Order; text: string }[] = [
  { order: 'newest', text: 'Newest first' },
  { order: 'closest', text: 'Closest first' },
]

/** One box for everything that a person may see. */
export function searchRoutes({ db, log }: House, findable: Findable, following: Following): Router {
  const routes = Router()

  routes.get('/search', async (req, res) => {
    const person = signedIn(res)
    const q = wordsOf(req)
    const question = asked(q)
    const chosen = chosenIn(req)
    const isNarrowed = question.filters.length > 0 || Object.values(chosen).some(value => value !== '')
    const isAsked = question.terms.length + question.without.length > 0 || isNarrowed
    const order = orders.find(one => one.order === queried(req, 'order'))?.order ?? 'newest'
    const number = Math.min(pageNumber(req), mostCounted / hitsOnAPage)

    await following.promptly()
    const isComplete = await bringUpToDate(db, findable.searchables, { milliseconds: 500, log })
    const limits = await narrowed(db, person, findable.directory, question, chosen)
    const answer = isAsked
      ? await search(db, findable, person, question, limits, { order, page: number, size: hitsOnAPage })
      : undefined
    show(res, 'search/index', {
      title: q ? `“${q.length > 60 ? `${[...q].slice(0, 60).join('')}…` : q}” – Search` : 'Search',
      q,
      isAsked,
      fields: await fieldsOf(db, person, findable, chosen),
      isNarrowed,
      order,
      orders: orders.map(one => ({ ...one, href: addressWith(req, q, { order: one.order, page: '' }) })),
      page: pageOf(req, q, answer, number),
      said: answer ? sentenceOf(answer, q) : '',
      mistakes: limits.mistakes,
      notes: notesOn(question, q, answer, isComplete),
      withoutFilters: isNarrowed && answer?.count === 0 ? withoutFilters(question) : null,
    })
  })

  return routes
}

/** As it was typed: whether a space follows the last word matters. */
function wordsOf(req: Request): string {
  const value: unknown = req.query.q
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : ''
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

function pageOf(req: Request, q: string, answer: Answer | undefined, number: number): PageOf<HitShown> {
  const total = answer?.count ?? 0
  return {
    rows: (answer?.hits ?? []).map(hit => hitShown(hit, answer!.question.terms)),
    number,
    pages: Math.max(1, Math.ceil(total / hitsOnAPage)),
    total,
    address: page => addressWith(req, q, { page: String(page) }),
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

function withoutFilters({ terms, without }: Asked): string | null {
  const quoted = (said: string) => (said.includes(' ') ? `"${said}"` : said)
  const words = [...terms.map(term => quoted(term.said)), ...without.map(term => `-${quoted(term.said)}`)].join(' ')
  return words === '' ? null : `/search?${new URLSearchParams({ q: words }).toString()}`
}

function sentenceOf({ count, more }: Answer, q: string): string {
  if (count === 0) return ''
  const counted = more
    ? count >= mostCounted
      ? `More than ${mostCounted} things`
      : `At least ${count} things`
    : plural(count, 'thing', 'things')
  return `${counted} found${q.trim() ? '' : ' by these filters'}.`
}

function notesOn(question: Asked, q: string, answer: Answer | undefined, isComplete: boolean): string[] {
  const last = answer?.question.terms.at(-1)?.said
  return [
    ...(question.tooMuch ? ['This is more than can be looked for at once: only the beginning was.'] : []),
    ...(q.trim() !== '' && answer === undefined
      ? ['There is no word in this that can be looked for. Letters and figures can.']
      : []),
    ...(answer?.begun && last
      ? [`Words that begin with “${last}” are shown too. With a space after it, only the word itself is.`]
      : []),
    ...(answer?.onlyNewest
      ? [
          `Only the newest ${mostLookedAt.toLocaleString('en-GB')} places were looked at. Another word, or dates, will reach the older ones.`,
        ]
      : []),
    ...(isComplete
      ? []
      : ['Some things are still being read into the search; what is missing will be there in a few minutes.']),
  ]
}
