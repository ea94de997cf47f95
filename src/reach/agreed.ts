import { type ConsentAudience, consentAudienceKeys, thisOrWider } from './audiences.js'

/**
 * How far a piece may go, by all that stands about those seen in it and all that its schools refused: the narrowest of
 * them. `withdrawn` when anybody took their consent back, `unasked` when nothing was said.
 */
export type Agreed = 'unasked' | 'withdrawn' | ConsentAudience

/** What somebody said about being seen, as far as it decides anything. */
export interface Said {
  /** `unasked`: they are seen, and nobody has asked them yet. */
  audience: ConsentAudience | 'unasked'
  /** The last day on which it reaches further than the group. */
  endsOn?: string | null
  withdrawnAt?: string | null
}

/** A refusal of a school that bears on a piece: how far it may go at most. */
type Capped = { audience: ConsentAudience }

/** The narrowest rung: who was not asked, or was asked too long ago, is seen no further. */
export const narrowestRung: ConsentAudience = consentAudienceKeys[0]

/** What this agreement says on a day. */
export function audienceOn<Audience extends string>(
  { audience, endsOn }: Pick<Said, 'endsOn'> & { audience: Audience },
  day: string,
): Audience | ConsentAudience {
  return audience === 'unasked' || (endsOn && endsOn < day) ? narrowestRung : audience
}

/** Of several, the one that reaches least far; one that was withdrawn reaches nobody. The first of equals. */
export function narrowestOf<One extends Said>(all: One[]): One | null {
  return all.reduce<One | null>((least, one) => (least === null || rungOf(one) < rungOf(least) ? one : least), null)
}

function rungOf({ audience, withdrawnAt }: Said): number {
  return withdrawnAt ? -1 : consentAudienceKeys.indexOf(audience as ConsentAudience)
}

/** How far a piece may go on a day. */
export function agreedOn(agreements: Said[], caps: Capped[], day: string): Agreed {
  const least = narrowestOf<Said>([...agreements.map(one => ({ ...one, audience: audienceOn(one, day) })), ...caps])
  if (least === null) return 'unasked'
  return least.withdrawnAt ? 'withdrawn' : least.audience
}

/** Where nothing is left that a day could take back. */
export const endsNowhere: Agreed[] = ['withdrawn', narrowestRung]

/** Whether this much agreement covers an audience. Nobody having been asked says yes; a refusal, no. */
export function covers(agreed: Agreed, audience: ConsentAudience): boolean {
  return covering(audience).includes(agreed)
}

/** Everything that covers an audience. */
export function covering(audience: ConsentAudience): Agreed[] {
  return ['unasked', ...thisOrWider(audience)]
}

/** Whether a piece may be shown to this audience: those in it agreed (or nobody was asked), and no school refused. */
export function mayReach({ consent, cap }: { consent: Said | null; cap: Capped | null }, audience: ConsentAudience) {
  const least = narrowestOf([consent, cap].flatMap<Said>(one => one ?? []))
  return least === null || (!least.withdrawnAt && covers(least.audience, audience))
}

/** Whether those in the piece agreed to be shown to this audience, whatever a school says. */
export function consentReaches(consent: Said | null, audience: ConsentAudience): boolean {
  return mayReach({ consent, cap: null }, audience)
}
