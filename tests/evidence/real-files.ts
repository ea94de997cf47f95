import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unread } from '../../src/names/names.js'
import type { Browser, World } from '../world.js'
import { root } from '../../src/root.js'

const folder = join(root, 'src/demo/material/files')

/** Files as schools have them: the demo's own. */
export const real = {
  photo: file('what-makes-you-pick-up-a-book.jpg'),
  chart: file('what-we-chose-bar-chart.jpg'),
  form: file('scanned-consent-form.pdf'),
  sound: file('corridor-note.ogg'),
  interview: file('interview-teaching-assistant.txt'),
  ages: file('reading-ages-summer-2026.csv'),
}

/** The same picture as if it were another one, so that it is stored on its own. */
export function another(one: { name: string; bytes: Buffer }) {
  return { ...one, bytes: Buffer.concat([one.bytes, randomBytes(8)]) }
}

function file(name: string) {
  return { name, bytes: readFileSync(join(folder, name)) }
}

export interface Fields {
  [name: string]: string
}

/** Logs a piece over its address, as a page without JavaScript does, and gives its id. */
export async function log(
  browser: Browser,
  fields: Fields = {},
  files = [] as (typeof real.photo)[],
  group = 'reading',
) {
  let form = browser.send(`/groups/${group}/evidence`)
  for (const [name, value] of Object.entries({ whatWeSaw: 'Two children swapped books at the window.', ...fields }))
    form = form.field(name, value)
  for (const one of files) form = form.attach('files', one.bytes, one.name)
  const answer = await form
  if (answer.status !== 303) throw new Error(`Logging answered ${answer.status}: ${answer.text}`)
  return String(answer.headers.location).replace('/evidence/', '')
}

/** The first file of a piece, with its addresses. */
export async function fileOf(world: World, piece: string) {
  const row = await world.db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .where('evidenceId', '=', piece)
    .orderBy('position')
    .executeTakeFirstOrThrow()
  const name = encodeURIComponent(row.name)
  return { row, address: `/files/${row.id}/${name}`, thumbnail: `/files/${row.id}/thumbnail/${name}` }
}

export async function pieceRow(world: World, id: string) {
  return unread(await world.db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}
