import { folded } from '../../words/folded.js'

/** Somebody who is named in words, and how they stand in them behind the @. */
export interface Named {
  personId: string
  writtenAs: string
}

/** What was typed behind an @: whom it names, and what nobody is called who may read it, or more than one. */
export interface NamesTyped {
  named: Named[]
  unknown: string[]
  unclear: string[]
}

const mostWords = 6
/** A sentence about more names than these is read by nobody. */
const mostSaid = 5

/**
 * Finds "@Nia Prŷs" and "@Nia" in words. What does not begin like a name (an email address, "@ home") stays what it is.
 * @param people those who may read what is talked about, as whoever types reads their names
 */
export function namesTyped(words: string, people: { id: string; name: string }[]): NamesTyped {
  const typed: NamesTyped = { named: [], unknown: [], unclear: [] }
  const called = whoIsCalled(people)
  for (const found of words.matchAll(/(?<![\p{L}\p{N}._+-])@(?=\p{L})/gu)) {
    const behind = words.slice(found.index + 1, found.index + 200).split(/\n/)[0]!
    const name = longest(behind, called)
    if (name?.ids.size === 1) typed.named.push({ personId: [...name.ids][0]!, writtenAs: name.writtenAs })
    else if (name) typed.unclear.push(name.writtenAs)
    else if (looksLikeAName(behind)) typed.unknown.push(beginningOfName(behind))
  }
  return {
    named: once(typed.named),
    unknown: [...new Set(typed.unknown)].slice(0, mostSaid),
    unclear: [...new Set(typed.unclear)].slice(0, mostSaid),
  }
}

/** Who goes by each name, as it is compared. */
function whoIsCalled(people: { id: string; name: string }[]): Map<string, Set<string>> {
  const called = new Map<string, Set<string>>()
  for (const { id, name } of people)
    for (const form of formsOf(name)) {
      const key = folded(form)
      called.set(key, (called.get(key) ?? new Set()).add(id))
    }
  return called
}

/** The longest run of words that is what somebody is called. */
function longest(behind: string, called: Map<string, Set<string>>) {
  const words = [...behind.matchAll(/\S+/g)].slice(0, mostWords)
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1]!
    const written = behind.slice(0, last.index + last[0].length)
    for (const writtenAs of [written, written.replace(/(?:['’]s)?[.,;:!?…)”"'’]*$/u, '')]) {
      const ids = called.get(folded(writtenAs))
      if (ids) return { ids, writtenAs }
    }
  }
  return undefined
}

/** A whole name, each script of it, and its first word. */
function formsOf(name: string): string[] {
  const whole = [name, ...name.split(/[()]/)].map(one => one.trim()).filter(Boolean)
  return [...new Set([...whole, ...whole.map(one => one.split(/\s+/)[0]!)])]
}

function looksLikeAName(behind: string): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(behind)
}

function beginningOfName(behind: string): string {
  return /^[\p{Lu}\p{Lo}][\p{L}\p{M}’'-]*(?: [\p{Lu}\p{Lo}][\p{L}\p{M}’'-]*){0,3}/u.exec(behind)?.[0] ?? behind
}

function once(named: Named[]): Named[] {
  return named.filter((one, place) => named.findIndex(other => other.writtenAs === one.writtenAs) === place)
}
