import { createHash } from 'node:crypto'
import type { Db } from '../../database.js'
import type { Block, Document } from '../../documents/document.js'
import { hashOf } from '../../documents/hash.js'
import { inOtherWords } from '../../documents/in-other-words.js'
import { inTheirOrder } from '../../names/in-their-order.js'
import { documentUnder } from '../../names/in-documents.js'
import { textOf } from '../../documents/to-text.js'
import { namesFound, renaming, type Renamed } from '../../names/renaming.js'
import { newId } from '../../web/new-id.js'
import { maskedEdition } from '../../publishing/editions/edition-document.js'
import { picturesThen } from '../../publishing/editions/pictures-then.js'
import { hiddenIn } from '../../publishing/editions/still-allowed.js'
import { documentOf } from '../../publishing/submitting/submissions.js'
import type { FoundEdition } from '../reading.js'
import { type NamedAround, namesAround } from './names-around.js'

/** A published work that is about to lose its names. */
export interface ToAnonymise {
  /** As it is published, without its pictures. */
  document: Document
  /** What is said instead of a name. */
  instead: string[]
  pictures: number
  namesIn(text: string): string[]
  anonymous(text: string): string
}

/**
 * An edition, and how it is said without the name of any person, school, network or place that its network knows or
 * knew, and of none that the work itself names. The same one is called the same throughout. Pictures are left out, because a jumper or a sign can tell what no text tells.
 * @param byHand what somebody who read it takes out besides
 */
export async function toAnonymise(
  db: Db,
  { edition, all, pseudonyms }: Pick<FoundEdition, 'edition' | 'all' | 'pseudonyms'>,
  byHand: Renamed[] = [],
): Promise<ToAnonymise> {
  const hidden = await hiddenIn(db, edition, await picturesThen(db, documentOf(edition)))
  const frozen = documentUnder(maskedEdition(edition, hidden), pseudonyms)
  const pictures = { left: 0 }
  const document = { ...frozen, parts: withoutPictures(frozen.parts, pictures) }
  const named = lettered(await namesAround(db, edition, all.map(documentOf), pseudonyms), document)
  const renamed = renaming([...byHand, ...named])
  return {
    document,
    instead: [...new Set(named.map(one => one.instead))],
    pictures: pictures.left,
    namesIn: namesFound(named),
    anonymous: text => saidOnce(renamed(withoutAddresses(text))),
  }
}

/**
 * The copy: no name in its words, its title, the descriptions of what was seen, its addresses and its properties.
 * @param document the same, with what its author wants at its head
 */
export function anonymousCopy(document: Document, { anonymous, instead }: ToAnonymise, baseUrl: string): Document {
  return {
    ...inTheirOrder(inOtherWords(withoutLinks(document, baseUrl), anonymous), instead),
    foot: 'Anonymous copy',
    address: undefined,
    authors: undefined,
    schools: undefined,
    publisher: undefined,
  }
}

/**
 * Whoever is met in it gets a letter, in an order that nobody knows who does not hold the document with its names: as they are
 * met, schools mostly stand in the order of the alphabet, and that would tell which is which.
 */
function lettered(named: NamedAround[], document: Document): Renamed[] {
  const text = `${document.title}\n${textOf(document)}`
  const marks = named.map(() => newId())
  const marked = renaming(named.map((one, at) => ({ ...one, instead: `\u0001${marks[at]}\u0001` })))(text)
  const seed = hashOf(document)
  const placeOf = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex')
  const met = marks
    .map((mark, at) => ({ at, isMet: marked.includes(mark), place: placeOf(named[at]!.names[0]!) }))
    .filter(({ isMet }) => isMet)
    .sort((one, other) => (one.place < other.place ? -1 : 1))
  const counts = new Map<string, number>()
  const order = [...met.map(({ at }) => at), ...named.keys()]
  const instead = new Map<number, string>()
  for (const at of order) {
    if (instead.has(at)) continue
    const { instead: said } = named[at]!
    const count = counts.get(said) ?? 0
    counts.set(said, count + 1)
    instead.set(at, said.replace('{}', letterOf(count)))
  }
  return named.map((one, at) => ({ names: one.names, isPerson: one.isPerson, instead: instead.get(at)! }))
}

/** A, B … Z, AA, AB … */
function letterOf(count: number): string {
  return `${count < 26 ? '' : letterOf(Math.floor(count / 26) - 1)}${String.fromCharCode(65 + (count % 26))}`
}

/** Whoever is called by what they are is not said to be it once more. */
function saidOnce(text: string): string {
  return text.replace(/(lead learner(?: [A-Z]+)?) \(lead learner\)/gi, '$1')
}

function withoutAddresses(text: string): string {
  return text.replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '(an address)')
}

function withoutPictures(blocks: Block[], count: { left: number }): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'quotation') return { ...block, blocks: withoutPictures(block.blocks, count) }
    if (block.kind === 'list')
      return { ...block, items: block.items.map(item => ({ ...item, blocks: withoutPictures(item.blocks, count) })) }
    if (block.kind !== 'figure') return block
    count.left++
    const text = `A picture is left out here. It shows: ${block.alt}`
    return { kind: 'paragraph', inlines: [{ kind: 'emphasis', inlines: [{ kind: 'text', text }] }] }
  })
}

/** Links that lead to this workbench would lead to the names. */
function withoutLinks(document: Document, baseUrl: string): Document {
  const isOurs = (value: unknown): value is { inlines: unknown[] } => {
    const { kind, href = '' } = (value ?? {}) as { kind?: string; href?: string }
    return kind === 'link' && (/^(?:\/|mailto:)/i.test(href) || href.startsWith(baseUrl))
  }
  const opened = (_key: string, value: unknown): unknown =>
    Array.isArray(value) ? value.flatMap((one: unknown) => (isOurs(one) ? one.inlines : [one])) : value
  return { ...document, parts: JSON.parse(JSON.stringify(document.parts), opened) as Block[] }
}

const mostByHand = 40

/**
 * What is taken out by hand, one a line: `Weir` alone, or with what is said instead, `Weir = School A`.
 * @param lines as they are typed; what is more than forty lines is let be
 */
export function takenOutByHand(lines: string): Renamed[] {
  return lines
    .slice(0, 4000)
    .split('\n')
    .map(line => line.split('='))
    .map(([name = '', ...instead]) => ({ names: [name.trim()], instead: instead.join('=').trim() || '(left out)' }))
    .filter(({ names: [name] }) => name!.length > 1)
    .slice(0, mostByHand)
}
