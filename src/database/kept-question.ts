import type { CompiledQuery } from 'kysely'

/** A question that may come again in the same words: an engine keeps its plan by this name. */
export interface KeptQuestion<Row = unknown> extends CompiledQuery<Row> {
  name?: string
}
