import { firstNames, plainWords, welshNames } from './first-names.js'
import { radicals, type Word } from './words-of-a-text.js'

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
export function standsAsName(all: Word[], at: number): boolean {
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
export function lastNameAfter(all: Word[], at: number): Word | undefined {
  const next = all[at + 1]
  if (!next || next.startsAt - all[at]!.endsAt !== 1) return undefined
  const looksSo = next.capital && !next.begins && next.words.length > 1 && !/^[P\d]/.test(next.words.slice(1))
  return looksSo && next.words !== next.words.toUpperCase() && !notLastNames.has(next.said) ? next : undefined
}

/** Victoria Park and Charlotte Street are nobody. */
export function isPlace(next: Word | undefined): boolean {
  return next !== undefined && next.capital && placeEndings.has(next.said)
}

/** Whether the word is on the list of first names, as it is or without a mutation. */
export function isOnList(word: Word): boolean {
  if (firstNames.has(word.said)) return true
  // A sentence that begins with Fair is not about Mair.
  if (word.begins) return false
  return radicals(word)
    .slice(1)
    .some(way => welshNames.has(way) && !plainWords.has(word.said))
}
