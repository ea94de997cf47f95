import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { World } from '../world.js'

/** How an answer is made otherwise than it should be. */
interface Otherwise {
  origin?: string
  site?: string
  type?: string
  counter?: number
  /** 1 somebody touched it, 4 it knows who they are, 64 it is new. */
  flags?: number
  userHandle?: string
}

/** A passkey as a device keeps it, with which tests answer well and badly. */
export function ownPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const bytes = (letters: string) => Buffer.from(letters, 'base64url')
  const cose = Buffer.concat([hex('a5010203262001215820'), bytes(x!), hex('225820'), bytes(y!)])
  const id = randomBytes(16)
  const rawId = id.toString('base64url')

  const said = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const told = ({ site = 'localhost', counter = 1, flags = 5 }: Otherwise) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    return Buffer.concat([createHash('sha256').update(site).digest(), Buffer.from([flags]), counted])
  }

  return {
    id: rawId,
    /** Stands in the database as though it had been added. */
    async of(world: World, personId: string, counter = 0): Promise<void> {
      await world.db
        .insertInto('passkeys')
        .values({
          ...{ id: `p-${rawId}`, credentialId: rawId, personId, name: 'Blue key', counter, transports: '["usb"]' },
          ...{ publicKey: cose.toString('base64url'), addedAt: '2026-11-01T09:00:00.000Z' },
        })
        .execute()
    },
    answer(challenge: string, otherwise: Otherwise = {}): string {
      const clientData = said(otherwise.type ?? 'webauthn.get', challenge, otherwise.origin ?? 'http://localhost:3000')
      const authenticatorData = told(otherwise)
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
      return JSON.stringify({
        ...{ id: rawId, rawId, type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          ...(otherwise.userHandle ? { userHandle: Buffer.from(otherwise.userHandle).toString('base64url') } : {}),
        },
      })
    },
    isNew(challenge: string, otherwise: Otherwise = {}): string {
      const clientData = said('webauthn.create', challenge, otherwise.origin ?? 'http://localhost:3000')
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([told({ flags: 69, ...otherwise }), Buffer.alloc(16), length, id, cose])
      const attestation = Buffer.concat([
        hex('a363666d74646e6f6e656761747453746d74a068617574684461746158'),
        Buffer.from([authData.length]),
        authData,
      ])
      return JSON.stringify({
        ...{ id: rawId, rawId, type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      })
    },
  }
}

function hex(letters: string): Buffer {
  return Buffer.from(letters, 'hex')
}
