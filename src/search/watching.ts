import type Sqlite from 'better-sqlite3'
import type { Searchable, Watch } from './searchables.js'

/**
 * Makes the triggers that notice every change, whoever makes it: the record leaves the index at once, in the same
 * transaction, so that nothing withdrawn or erased can be found by its old words, and waits to be read again.
 */
export function watchChanges(sqlite: Sqlite.Database, searchables: Searchable[]): void {
  unwatchChanges(sqlite)
  sqlite.exec(`create trigger search_watch_waiting after insert on search_waiting begin
    delete from search_entries where kind = new.kind and record = new.record; end`)
  let number = 0
  for (const { kind, watches } of searchables)
    for (const watch of watches)
      for (const change of ['insert', 'update', 'delete'] as const) sqlite.exec(trigger(kind, watch, change, ++number))
}

export function unwatchChanges(sqlite: Sqlite.Database): void {
  const known = sqlite
    .prepare(`select name from sqlite_master where type = 'trigger' and name like 'search\\_watch\\_%' escape '\\'`)
    .all() as { name: string }[]
  for (const { name } of known) sqlite.exec(`drop trigger "${name}"`)
}

function trigger(
  kind: string,
  { table, columns, records, when }: Watch,
  change: 'insert' | 'update' | 'delete',
  number: number,
): string {
  const rows = change === 'insert' ? ['new'] : change === 'delete' ? ['old'] : ['old', 'new']
  const of = change === 'update' && columns ? ` of ${columns.join(', ')}` : ''
  const condition = when ? ` when ${rows.map(row => `(${when.replace(/\brow\./g, `${row}.`)})`).join(' or ')}` : ''
  return `create trigger search_watch_${number}_${change} after ${change}${of} on ${table}${condition} begin
    ${rows.map(row => waits(kind, row, records, when)).join('\n')} end`
}

function waits(kind: string, row: string, records: string, when = '1'): string {
  const of = (text: string) => text.replace(/\brow\./g, `${row}.`)
  const ids = records.startsWith('(') ? of(records) : `(select ${of(records)} as record)`
  return `insert into search_waiting (kind, record) select '${kind}', changed.record from ${ids} as changed
    where changed.record is not null and (${of(when)})
      and not exists (select 1 from search_waiting as known where known.kind = '${kind}' and known.record = changed.record);`
}
