import { plural } from '../../words/words.js'
import { daysOf, pounds } from '../money.js'
import type { ClaimState, ExpenseClaim, ExpenseKind } from '../tables.js'

export const kindSaid: Record<ExpenseKind, string> = {
  release: 'Release time',
  twilight: 'Twilight hours',
  travel: 'Travel',
  materials: 'Materials',
}

/** `1½ days of release`, `2 hours of twilight`, `34.5 miles`, or what it is. */
export function amountSaid(claim: Pick<ExpenseClaim, 'kind' | 'halfDays' | 'minutes' | 'tenthsOfMiles'>): string {
  if (claim.halfDays !== null) return `${daysOf(claim.halfDays)} of release`
  if (claim.minutes !== null) return `${timeSaid(claim.minutes)} of twilight`
  if (claim.tenthsOfMiles !== null) return plural(claim.tenthsOfMiles / 10, 'mile', 'miles')
  return claim.kind === 'travel' ? 'A fare' : 'Materials'
}

/** 90 → `1½ hours`, 45 → `45 minutes` */
export function timeSaid(minutes: number): string {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (rest === 30 && whole > 0) return `${whole}½ hours`
  if (rest === 0) return plural(whole, 'hour', 'hours')
  return whole > 0
    ? `${plural(whole, 'hour', 'hours')} ${plural(rest, 'minute', 'minutes')}`
    : plural(rest, 'minute', 'minutes')
}

export const stateSaid: Record<ClaimState, string> = {
  draft: 'Draft',
  sent: 'Waiting for a yes',
  'sent back': 'Sent back',
  agreed: 'Agreed',
  declined: 'Declined',
  paid: 'Paid',
}

export const stateTone: Record<ClaimState, string> = {
  draft: '',
  sent: 'waiting',
  'sent back': 'waiting',
  agreed: 'teal',
  declined: '',
  paid: 'done',
}

export const coverSaid = {
  arranged: 'Cover is arranged',
  'not yet': 'Cover is not arranged yet',
  'not needed': 'No cover is needed',
}

export function claimInWords(claim: ExpenseClaim, name: string): string {
  return `${name}: ${amountSaid(claim).toLowerCase()}, ${pounds(claim.pence)}`
}
