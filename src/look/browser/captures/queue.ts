import { chunksOf, device, type Part, type Places, type Queued } from './device.js'
import { close, newSeal, open, type Seal } from './sealing.js'
import { tellTabs } from './telling-tabs.js'

/** The bytes of a file are sealed and sent in pieces of this many, so that a film needs little memory. */
export const chunkBytes = 4 * 1024 * 1024

/** Says to pages that have nothing else to do with captures that some wait. It counts everybody's. */
export const waitingFlag = 'captures-waiting'

/** What is sealed as the words of a capture. */
export interface Words {
  fields: [string, string][]
  files: { part: string; name: string; bytes: number; type?: string }[]
}

/** Seals and keeps a capture. Its own line is written last: what was cut short before is no capture. */
export async function keepCapture(
  { person, publicKey }: Places,
  capture: string,
  fields: [string, string][],
  files: File[],
): Promise<Queued> {
  const seal = await newSeal(publicKey, capture)
  const parts = files.map((file, at): Part => ({ part: `file-${at + 1}`, called: calledAs(file), bytes: file.size }))
  const named = files.map((file, at) => ({ part: parts[at]!.part, name: file.name, bytes: file.size, type: file.type }))
  const db = await device()
  try {
    for (const [at, file] of files.entries()) await keepFile(seal, capture, at + 1, file)
    const words = new TextEncoder().encode(JSON.stringify({ fields, files: named } satisfies Words))
    const sealed = await close(seal.key, 0, 0, words)
    const queued = { capture, person, keptAt: Date.now(), opening: seal.opening, words: sealed, parts, needs: null }
    await db.put('captures', queued)
    await changed()
    return queued
  } catch (error) {
    await db.delete('chunks', chunksOf(capture)).catch(() => undefined)
    throw error
  }
}

async function keepFile(seal: Seal, capture: string, part: number, file: File): Promise<void> {
  const db = await device()
  for (let at = 0, chunk = 0; at < file.size; at += chunkBytes, chunk++) {
    const bytes = await file.slice(at, at + chunkBytes).arrayBuffer()
    await db.put('chunks', await close(seal.key, part, chunk, bytes), [capture, part, chunk])
  }
}

export async function capturesOf(person: string | undefined): Promise<Queued[]> {
  const all = await (await device()).getAll('captures')
  return all.filter(one => one.person === person).sort((one, other) => one.keptAt - other.keptAt)
}

/** Of anybody who used this device. */
export async function howManyWait(): Promise<number> {
  return (await device()).count('captures')
}

export async function markNeeds(capture: string, needs: string | null): Promise<void> {
  const db = await device()
  const queued = await db.get('captures', capture)
  if (queued) await db.put('captures', { ...queued, needs })
  tellTabs({ about: 'list' })
}

export async function letGo(capture: string): Promise<void> {
  const transaction = (await device()).transaction(['captures', 'chunks'], 'readwrite')
  await transaction.objectStore('captures').delete(capture)
  await transaction.objectStore('chunks').delete(chunksOf(capture))
  await transaction.done
  await changed()
}

export async function readWords(key: CryptoKey, queued: Queued): Promise<Words> {
  return JSON.parse(new TextDecoder().decode(await open(key, 0, 0, queued.words))) as Words
}

/** The files of a capture as they were before they were sealed. */
export function readFiles(key: CryptoKey, queued: Queued, { files }: Words): Promise<File[]> {
  return Promise.all(
    files.map(async ({ name, bytes, type }, at) => {
      const whole = await readBytes(key, queued, at + 1, 0, bytes)
      return new File([whole], name, { type: type ?? '' })
    }),
  )
}

/** Some bytes of a file, opened for sending. @param part counted from 1 */
export async function readBytes(
  key: CryptoKey,
  queued: Queued,
  part: number,
  start: number,
  end: number,
): Promise<Blob> {
  const db = await device()
  const pieces: ArrayBuffer[] = []
  for (let chunk = Math.floor(start / chunkBytes); chunk * chunkBytes < end; chunk++) {
    const sealed = await db.get('chunks', [queued.capture, part, chunk])
    if (!sealed) throw new Error('A piece of the file is missing on this device')
    const from = chunk * chunkBytes
    const bytes = await open(key, part, chunk, sealed)
    pieces.push(bytes.slice(Math.max(0, start - from), end - from))
  }
  return new Blob(pieces)
}

async function changed(): Promise<void> {
  try {
    if ((await howManyWait()) > 0) localStorage.setItem(waitingFlag, 'yes')
    else localStorage.removeItem(waitingFlag)
  } catch {
    // Pages with a form still look by themselves.
  }
  tellTabs({ about: 'list' })
}

function calledAs(file: File): string {
  if (file.type.startsWith('image/')) return 'Picture'
  if (file.type.startsWith('audio/')) return 'Sound'
  return file.type.startsWith('video/') ? 'Film' : 'File'
}
