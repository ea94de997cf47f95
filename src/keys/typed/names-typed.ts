import type { RequestHandler } from 'express'
import type { Person } from '../../people/person.js'
import { withInstead } from '../../texts/instead.js'
import { isScript } from '../../web/answering-scripts.js'
import { show } from '../../web/show.js'
import { begunAt } from '../../words/begun-at.js'
import { letNameBe, type Noticed, type Typed, namesAround, noticedAmong } from '../noticing.js'
import '../pages.js'
import type { DbAndKeys } from '../store.js'
import { nobodys, type TypedHere, type WhoseWords } from '../whose-words.js'

/** What is written where a name is noticed that no key knows, or that is the name of several. */
export const somebody = 'a pupil'

/** Those in the group say who is no pupil; for what a whole network reads, those who lead it do so too. */
export function mayLetBe(person: Person, typed: Typed): boolean {
  return (typed.groupId !== null && person.isVolunteerIn(typed.groupId)) || person.isNetworkLeaderOf(typed.networkId)
}

/** Whether this person works where the words are typed at all. */
export function worksThere(person: Person, { groupId, networkId }: Typed): boolean {
  if (networkId === nobodys || person.belongsTo(networkId)) return true
  return groupId !== null && person.groups.some(one => one.groupId === groupId)
}

/** What a name is let be in: the thing itself, whichever of its forms the words are typed in. */
export function placeTypedIn(address: string): string {
  return address
    .split('/')
    .slice(0, 4)
    .join('/')
    .replace(/^(\/(?:evidence|claims|actions|recommendations)\/[^/]+).*/, '$1')
}

interface InField {
  field: string
  place: number
  one: Noticed
}

/**
 * Before a form is saved, names in its words are noticed, and the form comes back once: with the codes, as it is, or
 * said to be nobody’s. What is saved as it is typed, and forms with files, are told on the page instead. Stands before
 * the routes of every room, so that a new room's forms are looked at like the others.
 */
export function noticeNames(house: DbAndKeys, whose: WhoseWords): RequestHandler {
  const asItIs = new PassedOver()
  return async (req, res, next) => {
    const body = req.body as Record<string, unknown> | undefined
    if (req.method !== 'POST' || !body || Object.keys(body).length === 0) return next()
    const answer = takenOut(body, 'names-answer')[0] ?? ''
    const seen = takenOut(body, 'names-seen')
    const person = res.locals.person
    if (!person || isScript(req)) return next()
    const typed = await whose(house.db, person, req.path, body)
    if (!worksThere(person, typed)) return next()

    const place = placeTypedIn(req.path)
    if (answer.startsWith('not:') && mayLetBe(person, typed))
      await letNameBe(house, person, typed, place, answer.slice('not:'.length))
    const found = await noticedInFields(house, person, typed, body, place)
    if (answer === 'code') {
      writeCodes(body, found)
      return next()
    }
    const words = [...new Set(found.map(({ one }) => one.words))]
    if (answer === 'as it is') asItIs.passOver(person, place, words)
    const left = words.filter(one => !seen.includes(one) && !asItIs.has(person, place, one))
    if (left.length === 0) return next()
    show(res.status(422), 'keys/noticed', {
      title: left.length === 1 ? 'This may name a pupil' : 'These may name pupils',
      address: req.originalUrl,
      names: left.map(name => {
        const { field, place: at, one } = found.find(known => known.one.words === name)!
        return {
          words: name,
          instead: insteadOf(valuesOf(body[field])[at]!, one),
          around: around(valuesOf(body[field])[at]!, one),
        }
      }),
      fields: Object.entries(body).flatMap(([name, value]) => valuesOf(value).map(one => ({ name, value: one }))),
      may: { letBe: mayLetBe(person, typed) },
      leaves: null,
    })
  }
}

function takenOut(body: Record<string, unknown>, name: string): string[] {
  const values = valuesOf(body[name])
  delete body[name]
  return values
}

function valuesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string')
}

// `said` are words selected on a page: they stand in the piece already, and are looked for there letter by letter.
const notWords = new Set(['version', 'once', 'hash', 'email', 'password', 'next', 'kind', 'audience', 'group', 'said'])

async function noticedInFields(
  house: DbAndKeys,
  person: Person,
  typed: TypedHere,
  body: Record<string, unknown>,
  where: string,
): Promise<InField[]> {
  const words = Object.entries(body).flatMap(([field, value]) =>
    notWords.has(field) || typed.namesBelong(field)
      ? []
      : valuesOf(value).map((said, place) => ({ field, place, said })),
  )
  const typedWords = words.filter(({ field, said }) => !isChosen(said) && !isAddress(field, said))
  if (typedWords.length === 0) return []
  const around = await namesAround(house, typed, person)
  const found = await Promise.all(
    typedWords.map(async ({ field, place, said }) =>
      (await noticedAmong(around, said, where)).map(one => ({ field, place, one })),
    ),
  )
  return found.flat()
}

/** The value of something that is picked, such as `pupil-voice` or an id, is nothing that was typed. */
function isChosen(value: string): boolean {
  return /^[a-z0-9_:.~-]*$/.test(value) || /^[0-9a-f-]{36}$/i.test(value)
}

/** A letter or a browser is to find it: nobody is told of in it, and with a word of it changed it leads nowhere. */
function isAddress(field: string, value: string): boolean {
  return /(?:^|[a-z-])e-?mail(?:$|-)/i.test(field) || /^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+)$/i.test(value.trim())
}

function writeCodes(body: Record<string, unknown>, found: InField[]): void {
  for (const field of new Set(found.map(one => one.field))) {
    const values = valuesOf(body[field])
    const written = values.map((words, place) =>
      inTheirPlace(
        words,
        found.filter(one => one.field === field && one.place === place).map(({ one }) => one),
      ),
    )
    body[field] = Array.isArray(body[field]) ? written : written[0]
  }
}

/** A text with each of these names written as its code, or as "a pupil". */
export function inTheirPlace(text: string, names: Noticed[]): string {
  return withInstead(
    text,
    names.map(one => ({ startsAt: one.startsAt, endsAt: one.endsAt, instead: insteadOf(text, one) })),
  )
}

/** What stands in the place of a name; where a sentence, a line or a title begins with it, it begins with a capital. */
export function insteadOf(text: string, { startsAt, code }: Pick<Noticed, 'startsAt' | 'code'>): string {
  return code ?? begunAt(text, startsAt, somebody)
}

/** The name among its neighbours, so that it is seen where it stands. */
export function around(
  text: string,
  { startsAt, endsAt }: Pick<Noticed, 'startsAt' | 'endsAt'>,
): { before: string; after: string } {
  const from = Math.max(0, startsAt - 50)
  const to = Math.min(text.length, endsAt + 50)
  const before = text.slice(from, startsAt)
  const after = text.slice(endsAt, to)
  return {
    before: from > 0 ? `…${before.replace(/^\S*/, '')}` : before,
    after: to < text.length ? `${after.replace(/\S*$/, '')}…` : after,
  }
}

const hour = 3_600_000
const mostKept = 5000

/** Names that somebody has left as they are; not asked again within the hour. Held in memory only. */
class PassedOver {
  private readonly until = new Map<string, number>()

  passOver(person: Person, place: string, words: string[]): void {
    if (this.until.size > mostKept) this.until.clear()
    for (const one of words) this.until.set(key(person, place, one), Date.now() + hour)
  }

  has(person: Person, place: string, words: string): boolean {
    return (this.until.get(key(person, place, words)) ?? 0) > Date.now()
  }
}

function key(person: Person, place: string, words: string): string {
  return [person.id, place, words].join('\n')
}
