import { Secret, TOTP } from 'otpauth'
import { newId } from '../../web/new-id.js'

const issuer = 'Enquiry Workbench'
const seconds = 30
export const howManyRecoveryCodes = 10

/** What the app and the workbench share: 160 bits, as letters that can be typed. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an app for codes reads from the square. */
export function addressForApp(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/**
 * Which half minute a code belongs to. The one before and the one after are taken too: no two clocks are quite the same.
 * @param lastUsed the half minute of the last code that was used: it, and those before it, are not taken again
 * @returns null for a code that is not right
 */
export function halfMinuteOf(secret: string, typed: string, lastUsed: number): number | null {
  const token = typed.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const found = totpOf(secret, '').validate({ token, window: 1 })
  if (found === null) return null
  const halfMinute = Math.floor(Date.now() / 1000 / seconds) + found
  return halfMinute > lastUsed ? halfMinute : null
}

/** Each 80 bits, in four parts that can be read aloud. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howManyRecoveryCodes }, () => newId(16).match(/.{4}/g)!.join('-'))
}

/** A recovery code as it is compared, however it was typed. */
export function plainRecoveryCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: seconds, secret: Secret.fromBase32(secret) })
}
