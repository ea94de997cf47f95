import type { ColumnType } from 'kysely'

declare const asWritten: unique symbol

/**
 * Words as somebody in a group wrote them, with the names that belong to the group. They are a string when the program
 * runs; to the compiler they are none, so that no page, document or file is handed them before they were read under
 * somebody's names (`Names.read`).
 */
export interface Written {
  readonly [asWritten]: true
}

/** A string, to be compared with what such a column holds. */
export function written(words: string): Written {
  return words as unknown as Written
}

/** A column of such words: anybody writes a string into it. */
export type WrittenColumn = ColumnType<Written, string, string>
export type WrittenOrNull = ColumnType<Written | null, string | null, string | null>
/** With an empty default. */
export type WrittenOrEmpty = ColumnType<Written, string | undefined, string>

/** Something that holds such words, as it is read: every one of them a string. */
export type Read<Shown> = unknown extends Shown
  ? Shown
  : Shown extends Written
    ? string
    : Shown extends Leaf
      ? Shown
      : { [Part in keyof Shown]: Read<Shown[Part]> }

type Leaf =
  | string
  | number
  | boolean
  | bigint
  | symbol
  | null
  | undefined
  | Date
  | Uint8Array
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | ((...given: never[]) => unknown)
