import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express, { type NextFunction, type Request, type Response } from 'express'
import { openFile } from '../../src/database.js'
import { Refusal } from '../../src/errors.js'
import { prepareFiles, recordFile } from '../../src/files/keeping.js'
import { fieldsReadBefore, receiveFiles } from '../../src/files/receiving/receiving.js'
import { sendFile, sendPicture } from '../../src/files/sending.js'
import { Bucket } from '../../src/files/stores/bucket.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { objectStore } from '../../src/files/stores/objects.js'
import type { Store } from '../../src/files/store.js'
import type { StoredFile } from '../../src/files/tables.js'
import { everythingIn, objectStoreServer, ownAddress } from '../on-objects.js'

export interface Terms {
  freeReserveBytes: number
  roomLeft: number
  maxFiles?: number
  /** Makes the store misbehave on purpose. */
  spoil?: (store: Store) => Store
}

/** A desk that takes in and hands out files: the real door, a real store and a real table, without any room behind it. */
export async function openDesk(terms: Partial<Terms> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-'))
  const {
    db,
    engine: { sqlite },
  } = openFile(':memory:')
  sqlite.exec(`create table files (id text primary key, kind text, name text, media_type text, bytes integer, sha256 text,
    stored_as text, width integer, height integer, thumbnail_as text, middle_as text, small_as text, uploaded_by text, uploaded_at text,
    erased_at text, sent_sha256 text, version integer not null default 1);
    create table file_versions (file_id text, version integer, how text, kind text, name text, media_type text,
    bytes integer, sha256 text, sent_sha256 text, stored_as text, width integer, height integer, thumbnail_as text,
    small_as text, middle_as text, made_by text, made_at text, kept_because text, erased_at text)`)
  const address = objectStoreServer && ownAddress()
  const store = (terms.spoil ?? (sound => sound))(
    address ? objectStore(new Bucket(address), folder) : folderStore(folder),
  )
  const receive = receiveFiles({ freeReserveBytes: 0, roomLeft: 10 ** 9, ...terms, store })
  const failures: unknown[] = []

  const app = express()
  app.post('/files', express.urlencoded({ extended: false }), async (req, res) => {
    const { fields, arrived, refused } = await receive(req, res)
    const { prepared, refused: damaged } = await prepareFiles(store, arrived)
    const files = await db.transaction().execute(async trx => {
      const kept: StoredFile[] = []
      for (const each of prepared) kept.push(await recordFile(trx, each, { id: 'megan' }))
      return kept
    })
    res.json({ fields, files, refused: [...refused, ...damaged] })
  })
  app.post('/turned-away', async (req, res) => {
    const { arrived } = await receive(req, res)
    res.status(422).json({ arrived: arrived.length })
  })
  app.get('/files/:id', async (req, res) => {
    const file = await db.selectFrom('files').selectAll().where('id', '=', req.params.id).executeTakeFirstOrThrow()
    const size = (['thumbnail', 'middle', 'small'] as const).find(one => one in req.query)
    await (size ? sendPicture(res, req, { db, store }, file, size) : sendFile(res, req, store, file))
  })
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error)
    if (!(error instanceof Refusal)) failures.push(error)
    const status = error instanceof Refusal ? error.status : 500
    res.status(status).json({ sentence: String((error as Error).message), fields: fieldsReadBefore(error) })
  })

  const server: Server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  return {
    app,
    db,
    store,
    folder,
    server,
    port: (server.address() as { port: number }).port,
    /** Mistakes of ours: every test expects none. */
    failures,
    /** Every file that is kept, in whichever version, and those that wait. */
    async everything(): Promise<string[]> {
      const there = address ? await everythingIn(address) : []
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const here = entries.filter(entry => !entry.isDirectory()).map(entry => path.join(entry.parentPath, entry.name))
      return [...here, ...there]
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** What the desk answers. */
export interface Answer {
  fields: Record<string, string | string[]>
  files: StoredFile[]
  refused: { name: string; because: string }[]
}
