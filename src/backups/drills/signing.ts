import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../../places-on-disk.js'

/**
 * What a drill found is signed (Ed25519) with a key that this installation alone has: whoever changes a letter of it later
 * cannot sign it again. The key stands beside the database, where only the account of the workbench reads it.
 */
export function keyOfDrills(beside: string): string {
  return `${beside.replace(/\.db$/, '')}.drills.pem`
}

/** @returns the words with a last line that signs them; the key is made at the first time */
export function signed(words: string, keyPath: string): string {
  const key = existsSync(keyPath) ? keyIn(keyPath) : newKey(keyPath)
  return `${words}Signed: ${fingerprintOf(key)} ${sign(null, Buffer.from(words), key).toString('base64')}\n`
}

/** @returns the words that were signed @throws a sentence where they were not signed here, or are others now */
export function verified(text: string, keyPath: string): string {
  // A copy made on another system may end its lines in its own way, and begin with a mark.
  const parts = /^(.*\n)Signed: ([\da-f]{16}) ([\w+/=]+)\n$/s.exec(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  if (!parts) throw new Error('It does not end with a line that signs it: it is no result of a drill, or was changed.')
  const [, words = '', fingerprint, signature = ''] = parts
  if (!existsSync(keyPath))
    throw new Error(`There is no key at ${keyPath}. A result is verified on the machine where it was signed.`)
  const key = keyIn(keyPath)
  if (fingerprint !== fingerprintOf(key))
    throw new Error(
      `It says that another key signed it (${fingerprint}) than this installation’s (${fingerprintOf(key)}).`,
    )
  if (!verify(null, Buffer.from(words), createPublicKey(key), Buffer.from(signature, 'base64')))
    throw new Error('It was changed after it was signed: the words and the signature do not go together.')
  return words
}

function keyIn(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path))
  } catch (error) {
    throw new Error(`The key at ${path} cannot be read.`, { cause: error })
  }
}

function newKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  makeFolder(dirname(path))
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx', flush: true })
  return privateKey
}

function fingerprintOf(key: KeyObject): string {
  const known = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(known).digest('hex').slice(0, 16)
}
