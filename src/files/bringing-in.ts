import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { BadInput } from '../errors.js'
import type { Arrived } from './arriving.js'
import { lookInside } from './looking-inside.js'
import { cleanName } from './names.js'
import { because, LARGEST } from './rules.js'
import type { Store } from './store.js'
import type { FileKind } from './tables.js'

/**
 * For bytes that this program already holds, such as the demo's: the same checks as at the door, without a form.
 * @throws BadInput (422) with the reason.
 */
export async function bringIn(store: Store, asNamed: string, bytes: Buffer): Promise<Arrived> {
  const name = cleanName(asNamed)
  const path = await store.waitingPlace()
  await writeFile(path, bytes, { mode: 0o600 })
  const found = bytes.length === 0 ? { because: because.empty() } : await lookInside(path, name)
  const reason = 'because' in found ? found.because : whyTooLarge(found.kind, bytes.length)
  if ('because' in found || reason) {
    await rm(path, { force: true })
    throw new BadInput(`${name}: ${reason}`, 422)
  }
  return {
    field: '',
    name,
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...found,
  }
}

function whyTooLarge(kind: FileKind, bytes: number): string | undefined {
  return bytes > LARGEST[kind] ? because.tooLarge(kind) : undefined
}
