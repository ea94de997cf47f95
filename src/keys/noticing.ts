import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { breatheInTime } from '../web/limits/breathing.js'
import { mayOpenKey } from './permissions.js'
import { plainly } from './ways-to-call.js'
import { isOnList, isPlace, lastNameAfter, standsAsName } from './noticing/telling-names.js'
import { colleaguesOf, type NetworkAround, networkAround, withoutSchools } from './noticing/who-is-no-pupil.js'
import { familyAs, pairAt, radicals, type Word, eachWordIn } from './noticing/words-of-a-text.js'
import type { DbAndKeys, KeyStore } from './store.js'

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

/** Where a text is typed: words of a group are held against its keys too, those of a network only against the list. */
export interface Typed {
  groupId: string | null
  networkId: string
}

/** Who asks: a person, who is told of those keys that they may open; nobody, who is told of none; or what is to leave the group. */
export type Asking = Person | null | 'what leaves the group'

/** What the names in a text are held against: loaded once, however many texts there are. */
export interface NamesAround {
  typed: Typed
  colleagues: Awaited<ReturnType<typeof colleaguesOf>>
  schools: NetworkAround['schools']
  keyIds: string[]
  keys: KeyStore
}

/**
 * The names around words: colleagues and schools, who are no pupils, and those keys of the group that the reader may open.
 * To everybody else a key tells nothing, not even who stands in it. What is to leave the group is held against all of its
 * keys; whoever may not open them is told no more of it than that something stands there.
 * @param network where it is loaded already
 */
export async function namesAround(
  { db, keys }: DbAndKeys,
  typed: Typed,
  asking: Asking,
  network?: NetworkAround,
): Promise<NamesAround> {
  const { groupId, networkId } = typed
  const around = network ?? (await networkAround(db, networkId))
  const ofGroup = asking && groupId !== null ? await keysOfGroup(db, groupId) : []
  const own = asking === 'what leaves the group' ? ofGroup : ofGroup.filter(key => mayOpenKey(asking!, key))
  return {
    typed,
    colleagues: await colleaguesOf(db, typed, around),
    schools: around.schools,
    keyIds: own.map(key => key.id),
    keys,
  }
}

/**
 * Names in a text that look like pupils', by the keys and by a list of first names. Colleagues, schools, and whoever is
 * called Mr or Mrs are not pupils; nor is a word that somebody said is none.
 * @param place what the text belongs to, such as `/evidence/abc`; a name of a key is let be in one place at a time
 */
export async function namesNoticed(
  house: DbAndKeys,
  asking: Asking,
  typed: Typed,
  text: string,
  place: string | string[] = '',
): Promise<Noticed[]> {
  return text.trim() === '' ? [] : noticedAmong(await namesAround(house, typed, asking), text, place)
}

/** The groups of a network that have a key. */
export function groupsWithKeys(db: Db, networkId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('pupilKeys')
    .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
    .select(['groups.id', 'groups.name'])
    .distinct()
    .where('groups.networkId', '=', networkId)
    .where('pupilKeys.erasedAt', 'is', null)
    .execute()
}

/** Whether the name of a pupil of one of the group's keys stands in words that are to leave it, whoever asks. */
export async function namesOfKeysStandIn(
  house: DbAndKeys,
  typed: Typed,
  text: string,
  place: string | string[] = '',
): Promise<boolean> {
  return (await namesNoticed(house, 'what leaves the group', typed, text, place)).some(one => one.inKey)
}

/** Names in one of several texts. */
export async function noticedAmong(
  { typed, colleagues, schools, keyIds, keys }: NamesAround,
  text: string,
  place: string | string[] = '',
): Promise<Noticed[]> {
  const all: Word[] = []
  for (const word of eachWordIn(withoutSchools(schools.names, text))) {
    await breatheInTime()
    all.push(word)
  }
  const known = keyIds.length > 0 ? await keys.matching(keyIds, await waysOf(all)) : new Map<string, string[]>()

  const noticed: Noticed[] = []
  for (let at = 0; at < all.length; at++) {
    await breatheInTime()
    const word = all[at]!
    const grownUp = colleagues.wholeNameAt(all, at)
    if (grownUp > 0) {
      at += grownUp - 1
      continue
    }
    if (text[word.startsAt - 1] === '@' && colleagues.anywhere.has(word.said)) continue
    const pair = pairAt(all, at).find(way => known.has(way))
    if (pair) {
      noticed.push({ ...placed(text, word.startsAt, all[at + 1]!.endsAt), inKey: true, code: oneOf(known.get(pair)) })
      at++
      continue
    }
    if (word.titled || colleagues.are.has(word.said) || schools.calledBy.has(word.said) || isPlace(all[at + 1]))
      continue
    const own = radicals(word).find(way => known.has(way)) ?? familyAs(word).find(way => known.has(way))
    const listed = word.capital && isOnList(word)
    if ((!own && !listed) || !standsAsName(all, at)) continue
    const last = lastNameAfter(all, at)
    // Sioned Rees is not Sioned Hughes: a first name of the key before another last name is nobody's code.
    const code = own && !last ? oneOf(known.get(own)) : null
    noticed.push({ ...placed(text, word.startsAt, (last ?? word).endsAt), inKey: own !== undefined, code })
    if (last) at++
  }
  return notLetBe(keys, typed, [place].flat(), noticed)
}

async function waysOf(all: Word[]): Promise<Set<string>> {
  const ways = new Set<string>()
  for (const [at, word] of all.entries()) {
    await breatheInTime()
    for (const way of [...radicals(word), ...pairAt(all, at), ...familyAs(word)]) ways.add(way)
  }
  return ways
}

/**
 * Somebody says that these words name no pupil: for the whole group. A name of a key is let be in this one place only, and
 * by those alone who may open the key.
 */
export async function letNameBe(
  house: DbAndKeys,
  reader: Person,
  typed: Typed,
  place: string,
  words: string,
): Promise<void> {
  const isInKey = (await namesNoticed(house, reader, typed, words)).some(one => one.inKey)
  await house.keys.letBe(markOf(typed, isInKey ? place : '', words))
}

async function notLetBe(keys: KeyStore, typed: Typed, places: string[], noticed: Noticed[]): Promise<Noticed[]> {
  const marksOf = ({ words, inKey }: Noticed) => (inKey ? places : ['']).map(place => markOf(typed, place, words))
  const letBe = await keys.letBeAmong([...new Set(noticed.flatMap(marksOf))])
  return noticed.filter(one => !marksOf(one).some(mark => letBe.has(mark)))
}

function markOf({ groupId, networkId }: Typed, place: string, words: string): string {
  return [groupId ?? networkId, place, plainly(words)].join('\n')
}

function keysOfGroup(db: Db, groupId: string) {
  return db
    .selectFrom('pupilKeys')
    .select(['id', 'ownerId', 'groupId', 'schoolId'])
    .where('groupId', '=', groupId)
    .where('erasedAt', 'is', null)
    .execute()
}

function placed(text: string, startsAt: number, endsAt: number) {
  return { words: text.slice(startsAt, endsAt), startsAt, endsAt }
}

function oneOf(codes: string[] | undefined): string | null {
  return codes?.length === 1 ? codes[0]! : null
}
