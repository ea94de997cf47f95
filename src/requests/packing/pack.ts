import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Response } from 'express'
import { type Entry, sendZip, storedEntry } from '../../copies/zipping.js'
import { type Db, inOne, type Trx } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { noteRead } from '../../facts/reads/noting.js'
import { endingOf } from '../../files/names.js'
import type { StoredFile } from '../../files/tables.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { pdfOf } from '../../pdf/draw.js'
import { asLetter } from '../../pdf/form.js'
import { now } from '../../web/now.js'
import { aboutRequest, type FoundRequest, numberOf, stillOpen } from '../requests.js'
import type { DataRequest } from '../tables.js'
import { goingAlong, letterOf } from './letter.js'

/** From now on the pack can be fetched, for a fortnight. @throws Conflict while the workbench is still looked through, or nobody's identity was checked */
export async function makePack(trx: Trx, request: DataRequest, person: Pick<Person, 'id'>): Promise<void> {
  stillOpen(request)
  if (request.lookedAt === null) throw new Conflict('Look through the workbench first.')
  if (request.identityAt === null) throw new Conflict('Note first how you checked who is asking.')
  await trx
    .updateTable('dataRequests')
    .set({ packedAt: now(), packedBy: person.id })
    .where('id', '=', request.id)
    .execute()
  await record(trx, { kind: 'data request packed', by: person, ...aboutRequest(request) })
}

/** Each fetching is written down before the first byte goes. */
export async function sendPack(res: Response, house: House, found: FoundRequest): Promise<void> {
  const { request, person } = found
  const going = await goingAlong(house, found)
  const school = await nameOfSchool(house.db, request)
  const letter = await drawn(letterOf(found, school, going))
  const files = await filesGoing(house.db, request.id)
  await inOne(house.db, async trx => {
    await record(trx, { kind: 'data pack fetched', by: person, ...aboutRequest(request) })
  })
  const { id: aboutId, networkId } = request
  noteRead(house.db, { personId: person.id, aboutKind: 'request pack', aboutId, networkId })
  res.attachment(`${numberOf(request)}-what-we-hold.zip`).type('application/zip')
  await sendZip(res, house.log, Readable.from(entriesOf(house, letter, files)))
}

function entriesOf({ store }: House, letter: Buffer, files: StoredFile[]): Entry[] {
  return [
    { name: 'What we hold.pdf', pack: true, size: letter.length, open: () => letter },
    ...files.map((file, place) => {
      const ending = endingOf(file.name)
      return storedEntry(store, file, `files/${place + 1}${ending ? `.${ending}` : ''}`)
    }),
  ]
}

/** Drawn apart from what is kept of other documents, and gone at once: it names a child. */
async function drawn(document: Document): Promise<Buffer> {
  const to = await mkdtemp(join(tmpdir(), 'letter-'))
  try {
    return await readFile(await pdfOf(document, { picturePath: {}, to, form: asLetter }))
  } finally {
    await rm(to, { recursive: true, force: true })
  }
}

function filesGoing(db: Db, requestId: string): Promise<StoredFile[]> {
  return db
    .selectFrom('files')
    .innerJoin('dataRequestFindings', 'dataRequestFindings.fileId', 'files.id')
    .selectAll('files')
    .where('dataRequestFindings.requestId', '=', requestId)
    .where('dataRequestFindings.place', '=', 'files')
    .where('dataRequestFindings.going', '=', 'as it is')
    .where('files.erasedAt', 'is', null)
    .orderBy('dataRequestFindings.position')
    .execute()
}

export async function nameOfSchool(db: Db, { schoolId }: Pick<DataRequest, 'schoolId'>): Promise<string> {
  if (schoolId === null) return ''
  const row = await db.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirst()
  return row?.name ?? ''
}
