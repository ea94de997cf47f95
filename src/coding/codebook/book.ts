import type { Db } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { allow, NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { byName } from '../../words/words.js'
import { mayCode, mayReadCoding } from '../permissions.js'
import type { Code } from '../tables.js'

/** A code in its place in the codebook. */
export interface CodeInBook extends Code {
  /** How many codes stand above it. */
  depth: number
  /** `What we say › talk` */
  path: string
  /** The ids of all codes beneath it. */
  below: string[]
  href: string
}

/** A code together with the group whose codebook it stands in, as somebody found it. */
export interface FoundCode extends CodeInBook {
  enquiry: Enquiry
  book: CodeInBook[]
}

/** The group's enquiry, for a member: coding is nobody else's to read. @throws NotFound */
export async function findCodingGroup(db: Db, person: Reader, groupId: string): Promise<Enquiry> {
  const enquiry = await findEnquiry(db, person, groupId)
  if (!mayReadCoding(enquiry)) throw new NotFound('codebook')
  return enquiry
}

/** @throws NotFound unless the person is in the code's group. A merged or removed code is not found any more. */
export async function findCode(db: Db, person: Reader, id: string): Promise<FoundCode> {
  const code = await db.selectFrom('codes').select('groupId').where('id', '=', id).executeTakeFirst()
  if (!code || !person.isVolunteerIn(code.groupId)) throw new NotFound('code')
  const enquiry = await findCodingGroup(db, person, code.groupId)
  const book = await bookOf(db, enquiry)
  const found = book.find(one => one.id === id)
  if (!found) throw new NotFound('code')
  return { ...found, enquiry, book }
}

/** A code for somebody who means to change it. @throws NotFound as `findCode` does, NotAllowed unless they may code */
export async function findCodeToChange(db: Db, person: Reader, id: string): Promise<FoundCode> {
  const code = await findCode(db, person, id)
  allow(mayCode(code.enquiry))
  return code
}

/** The group's codes, each after the one it stands under; those retired among them. */
export async function bookOf(db: Db, { groupId }: Pick<Enquiry, 'groupId'>): Promise<CodeInBook[]> {
  return codesAsBook(await codesIn(db, { groupId }))
}

const codesIn = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  db
    .selectFrom('codes')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('removedAt', 'is', null)
    .where('mergedInto', 'is', null),
)

/** The same for whoever may read the coding; to everybody else the book is empty. */
export function bookFor(db: Db, enquiry: Enquiry): Promise<CodeInBook[]> {
  return mayReadCoding(enquiry) ? bookOf(db, enquiry) : Promise.resolve([])
}

/** Rows as a book: depth first, by position, and by name where two share one. */
export function codesAsBook(codes: Code[]): CodeInBook[] {
  const under = new Map<string | null, Code[]>()
  for (const code of codes) under.set(code.parentId, [...(under.get(code.parentId) ?? []), code])
  const laid = (parentId: string | null, depth: number, above: string): CodeInBook[] =>
    (under.get(parentId) ?? [])
      .sort((one, other) => one.position - other.position || byName(one, other))
      .flatMap(code => {
        const path = above ? `${above} › ${code.name}` : code.name
        const below = laid(code.id, depth + 1, path)
        return [{ depth, path, below: below.map(one => one.id), href: `/codes/${code.id}`, ...code }, ...below]
      })
  return laid(null, 0, '')
}

/** The codes as a choice in a form, those retired left out. */
export function codeChoices(book: CodeInBook[]): { value: string; text: string }[] {
  return book
    .filter(code => !code.retiredAt)
    .map(code => ({ value: code.id, text: `${'\u00a0\u00a0\u00a0'.repeat(code.depth)}${code.name} (${code.mark})` }))
}
