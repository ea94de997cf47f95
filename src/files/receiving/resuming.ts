import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { DataStore, Server, Upload } from '@tus/server'
import { fromTheDisk, NotFound, Refusal } from '../../errors.js'
import type { Arrived } from './arriving.js'
import { lookInside } from './looking-inside.js'
import { because, LARGEST } from './rules.js'
import type { Halves, Store } from '../store.js'

/** A file that arrives bit by bit: its name in the store, and how many bytes it is to have. */
export interface Half {
  id: string
  bytes: number
}

/**
 * Takes in files that may break off and go on later (the tus protocol, tus.io/protocols/resumable-upload 1.0.0). What has
 * come stays in the store, also when the workbench is started anew. Who may send what is asked before, by the room.
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
      datastore: new GrowingFiles(store.halves, find),
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
  const { path, sha256 } = await store.halves.whole(half.id, half.bytes)
  const found = await lookInside(path, name, store.scan)
  const reason = 'because' in found ? found.because : whyTooLarge(found.kind, half.bytes)
  if ('because' in found || reason) {
    await rm(path, { force: true })
    return { because: reason ?? '' }
  }
  return { field: 'files', path, bytes: half.bytes, sha256: await sha256(), ...found }
}

/** What the store keeps of them, in the words of the protocol's library. */
class GrowingFiles extends DataStore {
  override extensions = ['creation', 'termination']

  constructor(
    private readonly halves: Halves,
    private readonly find: (id: string) => Promise<Half | undefined>,
  ) {
    super()
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.halves.begin(upload.id)
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const half = await this.find(id)
    const offset = half && (await this.halves.grownTo(id))
    if (!half || offset === undefined) throw new NotFound('upload')
    return new Upload({ id, size: half.bytes, offset })
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.halves.grow(id, offset, stream)
  }

  override remove(id: string): Promise<void> {
    return this.halves.remove(id)
  }
}

function whyTooLarge(kind: Arrived['kind'], bytes: number): string | undefined {
  return bytes > LARGEST[kind] ? because.tooLarge(kind) : undefined
}

/** Our own sentences reach the device; what the protocol's library says stays with its number. */
function answerTo(error: unknown): { status_code: number; body: string } | undefined {
  const refusal = fromTheDisk(error)
  if (refusal instanceof Refusal)
    return { status_code: refusal.status, body: JSON.stringify({ message: refusal.message }) }
  const known = error as { status_code?: number; body?: string }
  if (known.status_code && known.body) return undefined
  return { status_code: 500, body: JSON.stringify({ message: 'Something went wrong on our side. Try again later.' }) }
}
