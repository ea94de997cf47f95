import type { Db } from '../database.js'
import { everydayNames } from '../names/everyday.js'
import { unmutated } from '../words/welsh.js'
import { firstNames, plainWords, welshNames } from './first-names.js'
import type { Person } from '../people/person.js'
import { mayOpenKey } from './permissions.js'
import { familyName, plainly } from './ways-to-call.js'
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

interface Word {
  words: string
  startsAt: number
  endsAt: number
  said: string
  capital: boolean
  begins: boolean
  /** Follows Mr, Mrs and the like, so it is an adult's. */
  titled: boolean
  /** Stands beside a figure: 5 May, June 2026. */
  besideFigure: boolean
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
  schools: Awaited<ReturnType<typeof schoolsAround>>
  keyIds: string[]
  keys: KeyStore
}

/**
 * The names around words: colleagues and schools, who are no pupils, and those keys of the group that the reader may open.
 * To everybody else a key tells nothing, not even who stands in it. What is to leave the group is held against all of its
 * keys; whoever may not open them is told no more of it than that something stands there.
 */
export async function namesAround({ db, keys }: DbAndKeys, typed: Typed, asking: Asking): Promise<NamesAround> {
  const { groupId, networkId } = typed
  const ofGroup = asking && groupId !== null ? await keysOfGroup(db, groupId) : []
  const own = asking === 'what leaves the group' ? ofGroup : ofGroup.filter(key => mayOpenKey(asking!, key))
  return {
    typed,
    colleagues: await colleaguesOf(db, groupId, networkId),
    schools: await schoolsAround(db, networkId),
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
export function noticedAmong(
  { typed, colleagues, schools, keyIds, keys }: NamesAround,
  text: string,
  place: string | string[] = '',
): Noticed[] {
  const all = wordsIn(withoutSchools(schools.names, text))
  const ways = new Set(all.flatMap((word, at) => [...radicals(word), ...pairAt(all, at), ...familyAs(word)]))
  const known = keyIds.length > 0 ? keys.matching(keyIds, ways) : new Map<string, string[]>()

  const noticed: Noticed[] = []
  for (let at = 0; at < all.length; at++) {
    const word = all[at]!
    const grownUp = colleagues.wholeNameAt(all, at)
    if (grownUp > 0) {
      at += grownUp - 1
      continue
    }
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
  return noticed.filter(one => !isLetBe(keys, typed, [place].flat(), one))
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
  house.keys.letBe(markOf(typed, isInKey ? place : '', words))
}

function isLetBe(keys: KeyStore, typed: Typed, places: string[], { words, inKey }: Noticed): boolean {
  return (inKey ? places : ['']).some(place => keys.isLetBe(markOf(typed, place, words)))
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

const inLine = (words: string) => new Set(words.split(' '))
const placeEndings = inLine(
  'street road lane avenue close drive school primary infant infants junior juniors secondary church chapel class house hall park academy college university hospital centre press award bank hill farm wood green view mount',
)
const notLastNames = inLine(
  'year years reception nursery maths english welsh science monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ks i and or the in on at to with from term spring summer autumn',
)
const articles = inLine('the a an our their this that these my your no some any each every')
const times = inLine('jan april may june august summer autumn')
const beforeTimes = inLine(
  'in on by since until till from to last next this early late mid of during before after every each and or end for between through past around about over',
)
const afterTimes = inLine('term half holiday holidays break school fair concert exams results day bank data')
const beforeSubjects = inLine('in of and for to during after before with do did made make their some into')
const afterSubjects = inLine('lesson lessons room club week work book books day display teacher and or is was')
const afterWill = inLine('the they we he she it you i be this that there not children pupils')
const afterMark = inLine('scheme schemes book books sheet sheets out my your the their')

/** Will, Grace and May are words too: they are names with a capital inside a sentence, or before a last name. */
function standsAsName(all: Word[], at: number): boolean {
  const word = all[at]!
  if (!plainWords.has(word.said)) return word.capital || word.said.length > 3
  if (!word.capital || (word.words.length > 1 && word.words === word.words.toUpperCase())) return false
  if (isSaidAsAWord(word, all[at - 1]?.said ?? '', all[at + 1]?.said ?? '')) return false
  return !word.begins || lastNameAfter(all, at) !== undefined
}

function isSaidAsAWord({ said, besideFigure }: Word, before: string, after: string): boolean {
  if (articles.has(before) || after === 'class') return true
  if (times.has(said)) return besideFigure || beforeTimes.has(before) || afterTimes.has(after)
  if (said === 'art') return beforeSubjects.has(before) || afterSubjects.has(after)
  if (said === 'will') return afterWill.has(after)
  return said === 'mark' && afterMark.has(after)
}

/** The word that follows, where it looks like a last name. */
function lastNameAfter(all: Word[], at: number): Word | undefined {
  const next = all[at + 1]
  if (!next || next.startsAt - all[at]!.endsAt !== 1) return undefined
  const looksSo = next.capital && !next.begins && next.words.length > 1 && !/^[P\d]/.test(next.words.slice(1))
  return looksSo && next.words !== next.words.toUpperCase() && !notLastNames.has(next.said) ? next : undefined
}

/** Victoria Park and Charlotte Street are nobody. */
function isPlace(next: Word | undefined): boolean {
  return next !== undefined && next.capital && placeEndings.has(next.said)
}

function isOnList(word: Word): boolean {
  if (firstNames.has(word.said)) return true
  // A sentence that begins with Fair is not about Mair.
  if (word.begins) return false
  return radicals(word)
    .slice(1)
    .some(way => welshNames.has(way) && !plainWords.has(word.said))
}

/** The word as it is, and what it may be without a Welsh mutation: Fair may be Mair, Garys may be Carys. */
function radicals({ said, capital }: Word): string[] {
  if (!capital) return [said]
  return [said, ...unmutated(said)]
}

function pairAt(all: Word[], at: number): string[] {
  const next = all[at + 1]
  if (!next || next.startsAt - all[at]!.endsAt !== 1) return []
  return radicals(all[at]!).map(first => `${first} ${next.said}`)
}

function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*/gu)) {
    const said = match[0].replace(/[’'][sS]$/u, '')
    const startsAt = match.index
    const endsAt = startsAt + said.length
    const before = startsAt < 40 ? `\n${text.slice(0, startsAt)}` : text.slice(startsAt - 40, startsAt)
    const last = words.at(-1)
    const capital = /^\p{Lu}/u.test(said)
    const begins = /(?:[.!?…:]["”’)\]]*\s+|\n\s*)["“‘(*_>#-]*\s*$/u.test(before)
    const title = /^(?:mrs?|ms|miss|mx|dr|prof|sir|st|saint)$/i
    words.push({
      words: said,
      startsAt,
      endsAt,
      said: plainly(said),
      capital,
      begins,
      // Mrs Sara Owen is one person, last name and all.
      titled:
        last !== undefined &&
        (title.test(last.words) || (last.titled && capital && !begins && startsAt - last.endsAt === 1)),
      besideFigure: /\d(?:st|nd|rd|th)?[,;]?\s*$/.test(before) || /^\s+\d/.test(text.slice(endsAt, endsAt + 4)),
    })
  }
  return words
}

/** A last name alone, where it is written as one. Green and Wood begin a sentence as what they are. */
function familyAs({ said, capital, begins, words }: Word): string[] {
  if (!capital || words.length < 3 || (begins && (everydayNames.has(said) || plainWords.has(said)))) return []
  return [familyName(said)]
}

function placed(text: string, startsAt: number, endsAt: number) {
  return { words: text.slice(startsAt, endsAt), startsAt, endsAt }
}

function oneOf(codes: string[] | undefined): string | null {
  return codes?.length === 1 ? codes[0]! : null
}

/**
 * Colleagues in the group by any word of their name; everybody who works in the network by their whole name, and where
 * the words are the network's own by any word of it too.
 */
async function colleaguesOf(db: Db, groupId: string | null, networkId: string) {
  const inGroup = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select('people.name')
    .$if(groupId !== null, query => query.where('groupPeople.groupId', '=', groupId))
    .where('groups.networkId', '=', networkId)
    .execute()
  const inNetwork = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .where('networkRoles.networkId', '=', networkId)
    .execute()
  const whole = new Set([...inGroup, ...inNetwork].flatMap(row => writtenNames(row.name)))
  const own = groupId === null ? [...inGroup, ...inNetwork] : inGroup
  return {
    are: new Set(own.flatMap(row => writtenNames(row.name)).flatMap(name => name.split(' '))),
    /** How many words of a grown-up's whole name stand here. */
    wholeNameAt: (all: Word[], at: number): number =>
      [4, 3, 2].find(many => {
        const words = all.slice(at, at + many)
        return words.length === many && whole.has(words.map(word => word.said).join(' '))
      }) ?? 0,
  }
}

/** A name as it may be written, one script at a time: بلال احمد (Bilal Ahmed) goes by either. */
function writtenNames(name: string): string[] {
  return name
    .split(/[()[\],/]/)
    .map(part => plainly((part.match(/[\p{L}\p{M}’'-]+/gu) ?? []).join(' ')))
    .filter(Boolean)
}

const kindsOfSchool = inLine(
  'ysgol gynradd uwchradd gyfun y yr the primary infant infants junior juniors secondary high grammar church community catholic cofe school academy college',
)

/** The schools of the network and their towns; and a school that goes by one word, as the Bryn does. */
async function schoolsAround(db: Db, networkId: string) {
  const schools = await db.selectFrom('schools').select(['name', 'town']).where('networkId', '=', networkId).execute()
  const own = schools.map(({ name }) =>
    wordsIn(name)
      .map(word => word.said)
      .filter(said => !kindsOfSchool.has(said)),
  )
  return {
    names: schools.flatMap(({ name, town }) => [name, town]).filter(name => name.length > 3),
    calledBy: new Set(own.filter(words => words.length === 1).flat()),
  }
}

/** The text with the schools of the network blanked, letter by letter: David in St David’s is nobody's name. */
function withoutSchools(names: string[], text: string): string {
  return names.reduce((said, name) => said.split(name).join(' '.repeat(name.length)), text)
}
