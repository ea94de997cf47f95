import { createHash, type Hash } from 'node:crypto'
import { link, open, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { DataStore, Server, Upload } from '@tus/server'
import { DiskFull, NotFound, Refusal } from '../../errors.js'
import type { Arrived } from './arriving.js'
import { lookInside } from './looking-inside.js'
import { because, LARGEST } from './rules.js'
import { sha256Of } from '../sha256.js'
import type { Store } from '../store.js'
import { WritingDown } from './writing-down.js'

/** A file that arrives bit by bit: its name in the store, and how many bytes it is to have. */
export interface Half {
  id: string
  bytes: number
}

/**
 * Takes in files that may break off and go on later (the tus protocol, tus.io/protocols/resumable-upload 1.0.0). What has
 * come stays on the disk, also when the workbench is started anew. Who may send what is asked before, by the room.
 * @param path the address under which they are sent
 */
export class Resuming {
  private readonly server: Server
  private readonly names = new WeakMap<IncomingMessage, string>()

  constructor(path: string, store: Store, find: (id: string) => Promise<Half | undefined>) {
    this.server = new Server({
      path,
      relativeLocation: true,
      // Nobody but our own pages: no other site is told anything.
      allowedOrigins: [],
      datastore: new GrowingFiles(store, find),
      namingFunction: req => this.nameFor(req),
      onResponseError: (_req, error) => Promise.resolve(answerTo(error)),
    })
  }

  /** @param id where a new file begins: its name, whose row is written already */
  async handle(req: IncomingMessage, res: ServerResponse, id?: string): Promise<void> {
    if (id) this.names.set(req, id)
    await this.server.handle(req, res)
  }

  private nameFor(req: Request): string {
    const request = (req as { node?: { req: IncomingMessage } }).node?.req
    const name = request && this.names.get(request)
    if (!name) throw new Error('A growing file was begun without a name')
    return name
  }
}

/** Every file that has all come goes through the same checks as at the door. The grown file stays until it is removed. */
export async function takeOver(store: Store, half: Half, name: string): Promise<Arrived | { because: string }> {
  const path = await store.waitingPlace()
  await link(await store.halfPlace(half.id), path)
  const found = await lookInside(path, name)
  const reason = 'because' in found ? found.because : whyTooLarge(found.kind, half.bytes)
  if ('because' in found || reason) {
    await rm(path, { force: true })
    return { because: reason ?? '' }
  }
  const sha256 = hashes.of(half.id, half.bytes) ?? (await sha256Of(path))
  return { field: 'files', name, path, bytes: half.bytes, sha256, ...found }
}

export async function removeHalf(store: Store, id: string): Promise<void> {
  hashes.forget(id)
  await rm(await store.halfPlace(id), { force: true })
}

/** Bytes on disk, in the order they came, each written before it is acknowledged. */
class GrowingFiles extends DataStore {
  override extensions = ['creation', 'termination']

  constructor(
    private readonly store: Store,
    private readonly find: (id: string) => Promise<Half | undefined>,
  ) {
    super()
  }

  override async create(upload: Upload): Promise<Upload> {
    const file = await open(await this.store.halfPlace(upload.id), 'wx', 0o600)
    await file.close()
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const half = await this.find(id)
    const offset = half && (await grownTo(this.store, id))
    if (!half || offset === undefined) throw new NotFound('upload')
    return new Upload({ id, size: half.bytes, offset })
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const file = await open(await this.store.halfPlace(id), 'r+')
    const writing = new WritingDown(file, offset)
    try {
      await this.writeDown(stream, id, offset, writing)
      return await writing.end()
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new DiskFull() : error
    } finally {
      await file.sync()
      await file.close()
    }
  }

  override remove(id: string): Promise<void> {
    return removeHalf(this.store, id)
  }

  /** When the connection breaks off, what had come by then is written all the same. */
  private async writeDown(stream: Readable, id: string, offset: number, writing: WritingDown): Promise<void> {
    let at = offset
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        hashes.add(id, at, chunk)
        at += chunk.length
        await writing.take(chunk)
      }
    } catch (error) {
      await writing.end()
      throw error
    }
  }
}

/**
 * The hashes of what is growing, while it comes: a file that came through this process in one line is not read again for
 * its own. Where another process took a part of it, or this one was started anew, there is none.
 */
class GrowingHashes {
  private readonly known = new Map<string, { hash: Hash; bytes: number }>()

  add(id: string, at: number, chunk: Buffer): void {
    if (at === 0) this.begin(id)
    const known = this.known.get(id)
    if (!known) return
    if (known.bytes !== at) return this.forget(id)
    known.hash.update(chunk)
    known.bytes += chunk.length
  }

  /** The hash of a file that came as a whole and has so many bytes. */
  of(id: string, bytes: number): string | undefined {
    const known = this.known.get(id)
    return known?.bytes === bytes ? known.hash.copy().digest('hex') : undefined
  }

  forget(id: string): void {
    this.known.delete(id)
  }

  private begin(id: string): void {
    this.known.delete(id)
    const [oldest] = this.known.keys()
    if (this.known.size >= MOST_HASHES) this.known.delete(oldest!)
    this.known.set(id, { hash: createHash('sha256'), bytes: 0 })
  }
}

const MOST_HASHES = 500
const hashes = new GrowingHashes()

/** How many bytes have come; undefined when it was never begun. */
export async function grownTo(store: Store, id: string): Promise<number | undefined> {
  const found = await stat(await store.halfPlace(id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  return found?.size
}

function whyTooLarge(kind: Arrived['kind'], bytes: number): string | undefined {
  return bytes > LARGEST[kind] ? because.tooLarge(kind) : undefined
}

/** Our own sentences reach the device; what the protocol's library says stays with its number. */
function answerTo(error: unknown): { status_code: number; body: string } | undefined {
  if (error instanceof Refusal) return { status_code: error.status, body: JSON.stringify({ message: error.message }) }
  const known = error as { status_code?: number; body?: string }
  if (known.status_code && known.body) return undefined
  return { status_code: 500, body: JSON.stringify({ message: 'Something went wrong on our side. Try again later.' }) }
}
