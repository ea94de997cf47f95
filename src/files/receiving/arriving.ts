import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Request } from 'express'
import type { StorageEngine } from 'multer'
import { DiskFull, fromTheDisk } from '../../errors.js'
import { lookInside } from './looking-inside.js'
import { cleanName } from '../names.js'
import { asNamed, because, LARGEST } from './rules.js'
import type { Store } from '../store.js'
import type { FileKind } from '../tables.js'
import { WritingDown } from './writing-down.js'

/** A file whose bytes were checked and wait outside the store. */
export interface Arrived {
  /** The form's field that it came in. */
  field: string
  name: string
  kind: FileKind
  mediaType: string
  bytes: number
  /** Of the bytes as they were sent. */
  sha256: string
  path: string
}

export interface Refused {
  name: string
  because: string
}

/**
 * The files of one request while they come in. Every stream is read to its end, also that of a refused file: only then
 * does the rest of the form, with the words, come through.
 */
export class Arriving implements StorageEngine {
  readonly arrived: Arrived[] = []
  readonly refused: Refused[] = []
  /** What went wrong on our side: then nothing of the request is kept. */
  trouble: Error | undefined

  private readonly paths: string[] = []
  private line = Promise.resolve()
  private seen = 0
  private isForWordsOnly = false

  constructor(
    private readonly store: Store,
    private readonly maxFiles: number,
    private roomLeft: number,
  ) {}

  /** From here on nothing is written; the words of the form are still read. */
  stop(trouble: Error): void {
    this.trouble ??= trouble
  }

  /** The first file that comes is one too many; a form without any is read like every other. */
  takeNoFile(): void {
    this.isForWordsOnly = true
  }

  /** One after the other, so that each knows how much room those before it took. */
  _handleFile(_req: Request, file: Express.Multer.File, done: (error?: unknown, info?: object) => void): void {
    this.seen += 1
    if (this.isForWordsOnly) this.stop(new DiskFull())
    const place = this.seen
    this.line = this.line.then(() => this.take(file, place)).then(() => done(null, {}), done)
  }

  /** Multer calls this for each file when it gives up; `removeAll` has them all in hand. */
  _removeFile(_req: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    done(null)
  }

  /** Once nothing is being written any more. */
  settled(): Promise<void> {
    return this.line
  }

  async removeAll(): Promise<void> {
    await Promise.all(this.paths.map(path => rm(path, { force: true })))
  }

  private async take(file: Express.Multer.File, place: number): Promise<void> {
    const name = cleanName(file.originalname)
    const expected = this.expected(name, place)
    if ('because' in expected) {
      for await (const chunk of file.stream) void chunk
      this.refused.push({ name, because: expected.because })
      return
    }
    const written = await this.writeDown(file.stream, expected.rule?.kind ?? 'film')
    const found: Checked = written.because ? { because: written.because } : await this.check(written, name)
    if (this.trouble) return
    if (!('because' in found)) {
      this.arrived.push({ field: file.fieldname, ...found })
      return
    }
    await rm(written.path, { force: true })
    this.roomLeft += written.bytes
    this.refused.push({ name, because: found.because })
  }

  private expected(name: string, place: number): ReturnType<typeof asNamed> {
    if (this.trouble) return { because: this.trouble.message }
    if (place > this.maxFiles) return { because: because.tooMany(this.maxFiles) }
    return asNamed(name)
  }

  private async writeDown(stream: Readable, kind: FileKind): Promise<Written> {
    const hash = createHash('sha256')
    const written: Written = { path: '', bytes: 0, sha256: '' }
    const file = await this.openPlace(written)
    const writing = file && new WritingDown(file)
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (this.trouble || written.because) continue
        written.because = this.whyNoMore(kind, written.bytes + chunk.length, chunk.length)
        if (written.because) continue
        hash.update(chunk)
        written.bytes += chunk.length
        this.roomLeft -= chunk.length
        await writing?.take(chunk).catch(error => this.stop(fromTheDisk(error)))
      }
      await writing?.end().catch(error => this.stop(fromTheDisk(error)))
    } finally {
      await file?.close()
    }
    if (written.bytes === 0) written.because ??= because.empty()
    return { ...written, sha256: hash.digest('hex') }
  }

  private async openPlace(written: Written): Promise<FileHandle | undefined> {
    try {
      written.path = await this.store.waitingPlace()
      this.paths.push(written.path)
      return await open(written.path, 'w', 0o600)
    } catch (error) {
      this.stop(fromTheDisk(error))
      return undefined
    }
  }

  private whyNoMore(kind: FileKind, bytes: number, more: number): string | undefined {
    if (bytes > LARGEST[kind]) return because.tooLarge(kind)
    return more > this.roomLeft ? because.noRoom(this.roomLeft + bytes - more) : undefined
  }

  private async check({ path, bytes, sha256 }: Written, name: string): Promise<Checked> {
    const found = await lookInside(path, name, this.store.scan).catch((error: unknown) => {
      this.stop(fromTheDisk(error))
      return { because: '' }
    })
    if ('because' in found) return found
    // A WebM may turn out to be plain sound, which has a smaller limit than the film that its name allowed for.
    if (bytes > LARGEST[found.kind]) return { because: because.tooLarge(found.kind) }
    return { ...found, path, bytes, sha256 }
  }
}

interface Written {
  path: string
  bytes: number
  sha256: string
  because?: string
}

type Checked = { because: string } | Omit<Arrived, 'field'>
