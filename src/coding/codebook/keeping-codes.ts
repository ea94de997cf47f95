import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { folded } from '../../words/folded.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { act, type Change, made } from '../undoing/acts.js'
import { bookOf, type CodeInBook, type FoundCode } from './book.js'
import { type Colour, freshColour } from './colours.js'
import { markFor } from '../passages/marks.js'
import type { Code } from '../tables.js'

export interface NewCode {
  name: string
  description?: string
  notFor?: string
  /** Left out, it wears its parent's colour, or one that few others wear. */
  colour?: Colour | ''
  mark?: string
  parentId?: string | null
}

type Group = Pick<Enquiry, 'groupId' | 'networkId'>

/** Makes a code, the last under its parent. @throws Conflict when the group has one of that name */
export async function makeCode(trx: Trx, group: Group, person: Person, values: NewCode): Promise<Code> {
  const { code, change } = await putCode(trx, group, person, values)
  await act(trx, { groupId: group.groupId, person, did: `made the code “${code.name}”` }, [change])
  await record(trx, { kind: 'code made', by: person, ...aboutCodebook(group, code.id) })
  return code
}

/** Puts a code in as part of a larger act. */
export async function putCode(
  trx: Trx,
  { groupId }: Group,
  person: Person,
  values: NewCode,
): Promise<{ code: Code; change: Change }> {
  const book = await bookOf(trx, { groupId })
  const known = codeNamed(book, values.name)
  if (known) throw new Conflict(`There is a code “${known.name}” already.`)
  const parent = values.parentId ? book.find(one => one.id === values.parentId) : undefined
  if (values.parentId && !parent) throw new Conflict('The code that it should stand under is not in use any more.')
  const code: Code = {
    id: newId(),
    groupId,
    parentId: parent?.id ?? null,
    position: nextPosition(book, parent?.id ?? null),
    mark:
      values.mark ||
      markFor(
        values.name,
        book.map(one => one.mark),
      ),
    name: values.name,
    description: values.description ?? '',
    notFor: values.notFor ?? '',
    colour: values.colour || (parent?.colour ?? freshColour(coloursOnFirstLevel(book))),
    version: 0,
    madeAt: now(),
    madeBy: person.id,
    retiredAt: null,
    mergedInto: null,
    removedAt: null,
  }
  await trx.insertInto('codes').values(code).execute()
  // Writing the act down makes it version 1.
  return { code: { ...code, version: 1 }, change: made('code', code.id) }
}

/** A code of the book by its name, whatever its capitals and accents. */
export function codeNamed(book: CodeInBook[], name: string): CodeInBook | undefined {
  return book.find(code => folded(code.name) === folded(name))
}

function coloursOnFirstLevel(book: CodeInBook[]): string[] {
  return book.filter(code => code.depth === 0).map(code => code.colour)
}

function nextPosition(book: CodeInBook[], parentId: string | null): number {
  const taken = book.filter(code => code.parentId === parentId).map(code => code.position)
  return Math.max(-1, ...taken) + 1
}

export interface Described {
  name: string
  mark: string
  description: string
  notFor: string
  colour: Colour
}

/**
 * Renames a code or says better what it is for.
 * @param version the version that was open; left out, nothing is compared
 * @returns false, and changes nothing, when somebody has changed it meanwhile
 */
export async function describeCode(
  trx: Trx,
  code: FoundCode,
  person: Person,
  values: Described,
  version?: number,
): Promise<boolean> {
  const current = await trx.selectFrom('codes').selectAll().where('id', '=', code.id).executeTakeFirstOrThrow()
  if (version !== undefined && current.version !== version) return false
  const change = changed(current, values)
  if (Object.keys(change.after).length === 0) return true
  const renamed = values.name !== current.name
  const did = renamed ? `renamed the code “${current.name}” to “${values.name}”` : `described the code “${values.name}”`
  await act(trx, { groupId: code.groupId, person, did }, [change])
  return true
}

function changed(current: Code, values: Described): Change {
  const names = (Object.keys(values) as (keyof Described)[]).filter(name => values[name] !== current[name])
  const of = (from: Described | Code) => Object.fromEntries(names.map(name => [name, from[name]]))
  return { thing: 'code', id: current.id, before: of(current), after: of(values) }
}

/** The group's history is read by those who lead it in the network; the codebook is not, so it is not quoted there. */
export function aboutCodebook({ groupId, networkId }: Group, id: string) {
  return { networkId, groupId, aboutKind: 'codebook', aboutId: id }
}
