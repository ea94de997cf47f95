import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'

/** A kind of text, named by the room that owns it, so that one address saves every text as it is typed. */
export interface TextKind {
  kind: string
  /**
   * The owner of a text as this person stands towards it.
   * @throws NotFound when there is no such owner or field, or the person may not read it.
   */
  find(db: Db, person: Reader, owner: string, field: string): Promise<TextOwner>
  /**
   * Where its owners stand: the table whose rows own these texts, by their ids or by what `owner` makes of a row. When a
   * whole group moves, the texts go along with those rows; null for texts of a network, which stay.
   */
  ownedBy: { table: string; owner?: (row: Record<string, unknown>) => string } | null
  /** Whose words they are, so that names of pupils are noticed in them. */
  whose(db: Db, owner: string): Promise<{ group: string } | { network: string } | undefined>
}

export interface TextOwner {
  mayWrite: boolean
  /** What the field is called on the page. */
  label: string
  /** The page that the text stands on. */
  back: string
}

/** The address that a text is saved at. */
export function textAddress(kind: string, owner: string, field: string): string {
  return `/texts/${encodeURIComponent(kind)}/${encodeURIComponent(owner)}/${encodeURIComponent(field)}`
}
