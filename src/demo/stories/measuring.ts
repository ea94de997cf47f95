import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOne } from '../../database.js'
import { beginImport, changeDraft, draftOf, findImport, takeIn } from '../../instruments/spreadsheets/importing.js'
import { findMeasure, keepBaseline, shareNumbers } from '../../instruments/measures/measures.js'
import { readCsv } from '../../instruments/spreadsheets/reading-sheets.js'
import { root } from '../../root.js'
import { filesFolder } from '../material/index.js'
import { type Deed, moment } from './deeds.js'
import type { Telling } from './telling.js'

interface Brought {
  file: string
  on: string
  by: string
  /** For a file about one school, whose headings say little. */
  school?: string
  measure?: string
  /** Columns that the group leaves out. */
  leave?: string[]
}

const files: Brought[] = [
  {
    file: 'reading-ages-autumn-2025.csv',
    on: '2025-10-14',
    by: 'sadia',
    school: 'st-davids',
    measure: 'Reading age in years',
    leave: ['books chosen without being asked since September'],
  },
  {
    file: 'reading-ages-summer-2026.csv',
    on: '2026-07-08',
    by: 'sadia',
    school: 'st-davids',
    measure: 'Reading age in years',
    leave: ['Chosen freely (spring and summer)'],
  },
  { file: 'began-within-two-minutes.csv', on: '2026-11-17', by: 'zofia' },
]

/** The reading group brings in what it counts, as the spreadsheets were kept. */
export function measuringDeeds(telling: Telling): Deed[] {
  if (telling.group.id !== 'reading') return []
  return [
    ...files.map(brought => ({ at: moment(brought.on, '16:20'), act: () => bring(telling, brought) })),
    { at: moment('2026-11-17', '16:31'), act: () => settle(telling) },
  ]
}

async function bring(telling: Telling, { file, by, school, measure, leave = [] }: Brought): Promise<void> {
  const { db } = telling.house
  const person = await telling.as(by)
  const sheet = readCsv(await readFile(join(root, filesFolder, file)))
  if ('refused' in sheet) throw new Error(`The demo’s ${file} was refused: ${sheet.refused}`)
  const id = await beginImport(db, await telling.enquiry(person), person, file, sheet)
  const found = await findImport(db, person, id)
  const draft = draftOf(found)
  const columns = draft.columns.map(column =>
    leave.includes(column.head) ? { ...column, role: 'leave' as const } : column,
  )
  await changeDraft(db, found, { ...draft, columns, school: school ?? draft.school, measure: measure ?? '' })
  await inOne(db, async trx => takeIn(trx, await findImport(trx, person, id), person))
}

/** The summer's readings are the baseline of the autumn's, and one school lets the network read its own. */
async function settle(telling: Telling): Promise<void> {
  const { db } = telling.house
  const person = await telling.as('zofia')
  const row = await db
    .selectFrom('measures')
    .select('id')
    .where('groupId', '=', telling.group.id)
    .where('folded', 'like', 'children who began%')
    .executeTakeFirstOrThrow()
  const found = await findMeasure(db, person, row.id)
  await inOne(db, trx => keepBaseline(trx, found, person, '2026-07-06'))
  await inOne(db, trx => shareNumbers(trx, found, person, { id: 'weir', name: 'Weir Lane Primary' }, true))
}
