import type { Db } from '../database.js'
import { folded } from '../web/folded.js'
import { firstNames, plainWords, welshNames } from './first-names.js'
import { keysBeside } from './store.js'

/** A word in a text that looks like a pupil's name. */
export interface Noticed {
  /** As it is typed. */
  words: string
  startsAt: number
  endsAt: number
  /** It stands in the group's key; else it is only on the list of first names. */
  inKey: boolean
  /** The pupil's code, where the name is one pupil's alone. */
  code: string | null
}

interface Word {
  words: string
  startsAt: number
  endsAt: number
  said: string
  capital: boolean
  begins: boolean
  /** Follows Mr, Mrs and the like, so it is an adult's. */
  titled: boolean
}

/** How somebody may be called in a text, folded: the whole name, its first word, and what else was said. */
export function waysToCall(names: string[]): string[] {
  const all = names.map(plainly).filter(Boolean)
  const [first = ''] = all
  const [given = ''] = first.split(' ')
  return [...new Set([...all, given])].filter(way => way.length > 1)
}

/**
 * Names in a text that look like pupils', compared with the group's keys without opening them, and with a list of first
 * names. Colleagues in the group, its schools, and whoever is called Mr or Mrs are not pupils.
 */
export async function namesNoticed(db: Db, groupId: string, text: string): Promise<Noticed[]> {
  const colleagues = await colleaguesOf(db, groupId)
  const all = wordsIn(await withoutSchools(db, groupId, text))
  const keyIds = await db
    .selectFrom('pupilKeys')
    .select('id')
    .where('groupId', '=', groupId)
    .where('erasedAt', 'is', null)
    .execute()
  const ways = new Set(all.flatMap((word, at) => [...radicals(word), ...pairAt(all, at)]))
  const known =
    keyIds.length > 0
      ? keysBeside(db).matching(
          keyIds.map(row => row.id),
          ways,
        )
      : new Map<string, string[]>()

  const noticed: Noticed[] = []
  for (let at = 0; at < all.length; at++) {
    const word = all[at]!
    const next = all[at + 1]
    const pair = pairAt(all, at).find(way => known.has(way))
    if (pair && next) {
      noticed.push({ ...placed(text, word.startsAt, next.endsAt), inKey: true, code: oneOf(known.get(pair)) })
      at++
      continue
    }
    if (word.titled || colleagues.has(word.said)) continue
    const own = radicals(word).find(way => known.has(way))
    if (own && standsAsName(word, next)) {
      noticed.push({ ...placed(text, word.startsAt, word.endsAt), inKey: true, code: oneOf(known.get(own)) })
    } else if (isOnList(word) && standsAsName(word, next) && word.capital) {
      noticed.push({ ...placed(text, word.startsAt, word.endsAt), inKey: false, code: null })
    }
  }
  return noticed
}

/** Will, Grace and May are words too: they are names with a capital inside a sentence, or before a last name. */
function standsAsName(word: Word, next: Word | undefined): boolean {
  if (!plainWords.has(word.said)) return word.capital || word.said.length > 3
  const beforeLastName = next?.capital === true && !next.begins && next.startsAt - word.endsAt === 1
  return word.capital && (!word.begins || beforeLastName)
}

function isOnList(word: Word): boolean {
  if (firstNames.has(word.said)) return true
  return radicals(word)
    .slice(1)
    .some(way => welshNames.has(way) && !plainWords.has(word.said))
}

const mutations: [string, string][] = [
  ['ngh', 'c'],
  ['mh', 'p'],
  ['nh', 't'],
  ['ph', 'p'],
  ['th', 't'],
  ['ch', 'c'],
  ['ng', 'g'],
  ['dd', 'd'],
  ['b', 'p'],
  ['d', 't'],
  ['g', 'c'],
  ['f', 'b'],
  ['f', 'm'],
  ['m', 'b'],
  ['n', 'd'],
  ['l', 'll'],
  ['r', 'rh'],
]

/** The word as it is, and what it may be without a Welsh mutation: Fair may be Mair, Garys may be Carys. */
function radicals({ said, capital }: Word): string[] {
  if (!capital) return [said]
  const without = mutations.flatMap(([now, was]) => (said.startsWith(now) ? [was + said.slice(now.length)] : []))
  return [said, ...without, ...(/^[aeiloruwy]/.test(said) ? [`g${said}`] : [])]
}

function pairAt(all: Word[], at: number): string[] {
  const next = all[at + 1]
  if (!next || next.startsAt - all[at]!.endsAt !== 1) return []
  return radicals(all[at]!).map(first => `${first} ${next.said}`)
}

function wordsIn(text: string): Word[] {
  const found = [...text.matchAll(/[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*/gu)]
  return found.map((match, at) => {
    const words = match[0].replace(/[’'][sS]$/u, '')
    const startsAt = match.index
    const before = text.slice(0, startsAt)
    return {
      words,
      startsAt,
      endsAt: startsAt + words.length,
      said: plainly(words),
      capital: /^\p{Lu}/u.test(words),
      begins: /(?:^|[.!?…:]["”’)\]]*\s+|\n\s*)["“‘(*_>#-]*\s*$/u.test(before),
      titled: /^(?:mrs?|ms|miss|mx|dr|prof|sir|st|saint)$/i.test(found[at - 1]?.[0] ?? ''),
    }
  })
}

function plainly(words: string): string {
  return folded(words).replace(/['’]/g, '').replace(/-/g, ' ').trim()
}

function placed(text: string, startsAt: number, endsAt: number) {
  return { words: text.slice(startsAt, endsAt), startsAt, endsAt }
}

function oneOf(codes: string[] | undefined): string | null {
  return codes?.length === 1 ? codes[0]! : null
}

async function colleaguesOf(db: Db, groupId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select('people.name')
    .where('groupPeople.groupId', '=', groupId)
    .execute()
  return new Set(rows.flatMap(row => plainly(row.name).split(' ')))
}

/** The text with the schools of the network blanked, letter by letter: David in St David’s is nobody's name. */
async function withoutSchools(db: Db, groupId: string, text: string): Promise<string> {
  const schools = await db
    .selectFrom('schools')
    .innerJoin('groups', 'groups.networkId', 'schools.networkId')
    .select(['schools.name', 'schools.town'])
    .where('groups.id', '=', groupId)
    .execute()
  const names = schools.flatMap(({ name, town }) => [name, town]).filter(name => name.length > 3)
  return names.reduce((said, name) => said.split(name).join(' '.repeat(name.length)), text)
}
