import {
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { isThere, makeFolder } from '../places-on-disk.js'

/** What a sealed file’s name ends in, and the one file of a sealed backup that the passphrase itself opens. */
export const sealedEnd = '.age'
const keyOfBackup = 'key.age'

export function isSealed(folder: string): boolean {
  return isThere(join(folder, keyOfBackup))
}

/**
 * Seals files one by one in the format of age (age-encryption.org/v1), which other programs open too. A passphrase is slow to try on
 * purpose, so it opens a key that the backup has of its own, and that key everything else.
 */
export class Sealing {
  private constructor(
    private readonly identity: string,
    private readonly recipient: string,
  ) {}

  /** The key of the backup in this folder, made at the first time. @throws a sentence where the passphrase does not open it */
  static async of(folder: string, passphrase: string): Promise<Sealing> {
    const place = join(folder, keyOfBackup)
    const identity = existsSync(place) ? await opened(place, passphrase) : await made(place, passphrase)
    return new Sealing(identity, await identityToRecipient(identity))
  }

  /** Whole under its place, or not there. */
  async seal(from: string, to: string): Promise<void> {
    const encrypter = new Encrypter()
    encrypter.addRecipient(this.recipient)
    await rewritten(from, to, stream => encrypter.encrypt(stream))
  }

  async open(from: string, to: string): Promise<void> {
    const decrypter = new Decrypter()
    decrypter.addIdentity(this.identity)
    await rewritten(from, to, stream => decrypter.decrypt(stream)).catch((error: unknown) => {
      throw new Error(`${from} cannot be opened: it was cut short or altered.`, { cause: error })
    })
  }

  /** Opens a whole sealed backup into an empty folder. */
  async openAll(folder: string, into: string): Promise<void> {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isFile() || !entry.name.endsWith(sealedEnd) || entry.name === keyOfBackup) continue
      await this.open(path, join(into, relative(folder, path).slice(0, -sealedEnd.length)))
    }
  }
}

async function opened(place: string, passphrase: string): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(readFileSync(place), 'text')
  } catch (error) {
    throw new Error(`BACKUP_PASSPHRASE does not open the backup: ${place} was sealed under another one.`, {
      cause: error,
    })
  }
}

async function made(place: string, passphrase: string): Promise<string> {
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  writeFileSync(`${place}.half`, await encrypter.encrypt(identity), { mode: 0o600, flush: true })
  renameSync(`${place}.half`, place)
  return identity
}

type Bytes = ReadableStream<Uint8Array>

async function rewritten(
  from: string,
  to: string,
  rewrite: (stream: globalThis.ReadableStream<Uint8Array>) => Promise<globalThis.ReadableStream<Uint8Array>>,
): Promise<void> {
  makeFolder(dirname(to))
  const source = Readable.toWeb(createReadStream(from)) as globalThis.ReadableStream<Uint8Array>
  const sealed = Readable.fromWeb((await rewrite(source)) as Bytes)
  await pipeline(sealed, createWriteStream(`${to}.half`, { mode: 0o600, flush: true }))
  renameSync(`${to}.half`, to)
}
