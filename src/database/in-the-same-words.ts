import { type CompiledQuery, type Expression, type RawBuilder, sql } from 'kysely'
import type { Db } from '../database.js'
import { type Engine, speaks } from './engine.js'
import type { KeptQuestion } from './kept-question.js'
import { storable } from './values.js'

type Kind = Engine['kind']

/** What a question is asked with: words, whole numbers, and lists of words, which may be empty. */
export type Values = Record<string, Value>
type Value = string | number | readonly string[]

/** What stands in the words of a question for each of its values; that of a list stands behind `in`. */
export type Slots<Given> = {
  [Name in keyof Given]: RawBuilder<Given[Name] extends readonly string[] ? string : Given[Name]>
}

/** For queries that are begun in one place and asked in several, now with values and now in the same words each time. */
export type ValueOrSlot = string | RawBuilder<string>
export type ListOrSlot = readonly string[] | RawBuilder<string>

/** A select, as it is put into words. */
export interface Select<Row> {
  compile(): CompiledQuery<Row>
  clearOrderBy(): Expression<unknown>
}

/** A question whose words are the same whoever asks it, and whenever. */
export interface Question<Known, Row> {
  name: string
  /** What it is asked with, by what is known. */
  values: (known: Known) => Promise<Values>
  words: (db: Db, slots: Slots<Values>) => Select<Row>
  /** Everything that it finds. */
  ask: (db: Db, values: Values) => Promise<Row[]>
}

/**
 * Says a question that is put into words once and asked again and again. Putting a question into words takes longer than most
 * questions take to be answered, and an engine makes its plan once for words that stay as they are.
 * @param values what it is asked with; the same names each time, and of each the same kind
 * @param words the select, in which a slot stands wherever a value would; it must not look at anything else
 */
export function inTheSameWords<Known, Given extends Record<keyof Given, Value>, Row>(
  values: (known: Known) => Given | Promise<Given>,
  words: (db: Db, slots: Slots<Given>) => Select<Row>,
): Question<Known, Row> {
  const name = `asked-${(questions += 1)}`
  const given = words as unknown as Question<Known, Row>['words']
  const asks = wordsOnce(name, (db, [slots]) => given(db, slots!))
  return {
    name,
    values: async known => values(known),
    words: given,
    ask: (db, values) => asks(db, [values]),
  }
}

/**
 * The same for a finder that pages call again and again, which brings its values each time.
 * @param words the select, in which a slot stands wherever a value would; it must not look at anything else
 */
export function asksWith<Given extends Record<keyof Given, Value>, Row>(
  words: (db: Db, slots: Slots<Given>) => Select<Row>,
): (db: Db, given: Given) => Promise<Row[]> {
  const { ask } = inTheSameWords<Given, Given, Row>(given => given, words)
  return (db, given) => ask(db, given)
}

let questions = 0

/** @returns what asks with the values of each of the questions that are asked together, the first time in new words */
export function wordsOnce<Row>(
  name: string,
  words: (db: Db, slots: Slots<Values>[]) => Pick<Select<Row>, 'compile'>,
): (db: Db, values: Values[]) => Promise<Row[]> {
  const said = new Map<Kind, KeptQuestion<Row>>()
  return async (db, values) => {
    const kind = speaks(db)
    const question = said.get(kind) ?? { ...words(db, slotsFor(kind, values)).compile(), name }
    said.set(kind, question)
    const parameters = question.parameters.map(one => (one instanceof Slot ? one.filled(kind, values) : one))
    return (await db.executeQuery<Row>({ ...question, parameters })).rows
  }
}

/** Stands among the parameters of a question until a value takes its place. */
class Slot {
  constructor(
    private readonly place: number,
    private readonly name: string,
  ) {}

  filled(kind: Kind, values: Values[]): unknown {
    const value = values[this.place]![this.name]!
    if (typeof value !== 'object') return storable(value)
    return kind === 'postgres' ? value : JSON.stringify(value)
  }
}

function slotsFor(kind: Kind, values: Values[]): Slots<Values>[] {
  return values.map((given, place) =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, slotIn[kind](new Slot(place, name), value)]),
    ),
  )
}

/** A parameter beside no column would be a word to PostgreSQL, whatever it is. */
const slotIn: Record<Kind, (slot: Slot, value: Value) => RawBuilder<never>> = {
  sqlite: (slot, value) =>
    typeof value === 'object' ? sql<never>`(select value from json_each(${slot}))` : sql<never>`${slot}`,
  postgres: (slot, value) => {
    if (typeof value === 'object') return sql<never>`(select unnest(${slot}::text[]))`
    return typeof value === 'number' ? sql<never>`${slot}::bigint` : sql<never>`${slot}::text`
  },
}
