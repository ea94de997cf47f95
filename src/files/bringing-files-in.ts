import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { BadInput } from '../errors.js'
import type { Arrived } from './receiving/arriving.js'
import { lookInside } from './receiving/looking-inside.js'
import { cleanName } from './names.js'
import { asNamed, because, LARGEST } from './receiving/rules.js'
import type { Store } from './store.js'

/**
 * For bytes that come by no form, such as the demo's or those of a copy: the same checks as at the door. Nothing larger than the
 * name allows for is written down.
 * @throws BadInput (422) with the name and the reason; whatever `bytes` throws
 */
export async function bringIn(store: Store, named: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<Arrived> {
  const name = cleanName(named)
  const expected = asNamed(name)
  if ('because' in expected) throw refusal(name, expected.because)
  const path = await store.waitingPlace()
  try {
    const written = await writeDown(path, Buffer.isBuffer(bytes) ? [bytes] : bytes, expected.most)
    if (written.bytes === 0) throw refusal(name, because.empty())
    if (written.bytes > expected.most) throw refusal(name, because.tooLarge(expected.rule?.kind ?? 'film'))
    const found = await lookInside(path, name, store.scan)
    if ('because' in found) throw refusal(name, found.because)
    // A WebM may turn out to be plain sound, which has a smaller limit than the film that its name allowed for.
    if (written.bytes > LARGEST[found.kind]) throw refusal(name, because.tooLarge(found.kind))
    return { field: '', path, ...written, ...found }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

function refusal(name: string, reason: string): BadInput {
  return new BadInput(`${name}: ${reason}`, 422)
}

/** Stops at the first part that is too much. */
async function writeDown(path: string, parts: AsyncIterable<Buffer> | Buffer[], most: number) {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const part of parts) {
      bytes += part.length
      if (bytes > most) break
      hash.update(part)
      await file.writeFile(part)
    }
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
