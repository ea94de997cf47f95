import type { Consent, Evidence } from './tables.js'

/** Who a piece can be shared with by its author, from the narrowest: each one takes in those before it. */
export const audiences = ['author', 'group', 'school', 'network'] as const

export type Audience = (typeof audiences)[number]

/** How far the people who can be seen or heard in a piece agreed to be shown, from the narrowest. */
export const consentAudiences = [
  { key: 'group', name: 'the enquiry group', agreed: 'only by the enquiry group' },
  { key: 'school', name: 'their own school', agreed: 'only by the group and their own school' },
  { key: 'network', name: 'the schools of the network', agreed: 'only within the network' },
  { key: 'outside', name: 'invited colleagues from outside too', agreed: 'by the network and invited colleagues' },
  { key: 'public', name: 'anyone, in published work', agreed: 'by anyone' },
] as const

export type ConsentAudience = (typeof consentAudiences)[number]['key']

export const consentAudienceKeys = consentAudiences.map(one => one.key) as [ConsentAudience, ...ConsentAudience[]]

export function consentAudienceNamed(key: string) {
  return consentAudiences.find(one => one.key === key) ?? consentAudiences[0]
}

/** This audience and every wider one: an agreement to any of them covers it. */
export function thisOrWider(audience: ConsentAudience): ConsentAudience[] {
  return consentAudienceKeys.slice(consentAudienceKeys.indexOf(audience))
}

/** Who can be seen, heard or recognised in a piece. */
export const inThePicture = [
  { key: 'no one', name: 'Nobody can be recognised' },
  { key: 'pupils', name: 'Pupils' },
  { key: 'adults', name: 'Adults' },
  { key: 'pupils and adults', name: 'Pupils and adults' },
] as const

export type InThePicture = (typeof inThePicture)[number]['key']

export const inThePictureKeys = inThePicture.map(one => one.key) as [InThePicture, ...InThePicture[]]

type Shared = Pick<
  Evidence,
  'sharedWithGroupAt' | 'sharedWithSchoolAt' | 'sharedWithNetworkAt' | 'sharedOutsideAt' | 'namesPupilAt'
> &
  Agreed

/** What those in a piece agreed to, and what its school refused. */
interface Agreed {
  consent: Consent | null
  cap: { audience: string } | null
}

/** Of several, the one that reaches least far; one that was withdrawn reaches nobody. The first of equals. */
export function narrowestOf<One extends { audience: string; withdrawnAt?: string | null }>(all: One[]): One | null {
  const reach = (one: One) => (one.withdrawnAt ? -1 : consentAudienceKeys.indexOf(one.audience as ConsentAudience))
  return all.reduce<One | null>((least, one) => (least === null || reach(one) < reach(least) ? one : least), null)
}

/** Whether a piece may be shown to this audience: those in it agreed (or nobody was asked), and no school refused. */
export function mayReach({ consent, cap }: Agreed, audience: ConsentAudience): boolean {
  return (
    consentReaches(consent, audience) &&
    (cap === null || thisOrWider(audience).includes(cap.audience as ConsentAudience))
  )
}

/** Whether those in the piece agreed to be shown to this audience. Nobody having been asked says yes; a refusal, no. */
export function consentReaches(consent: Consent | null, audience: ConsentAudience): boolean {
  if (consent === null) return true
  return consent.withdrawnAt === null && thisOrWider(audience).includes(consent.audience as ConsentAudience)
}

/** Who really sees the piece now: what was chosen, narrowed by consent and by a pupil being named. */
export function audienceOf(piece: Shared): Audience {
  if (piece.sharedWithGroupAt === null) return 'author'
  if (piece.namesPupilAt !== null) return 'group'
  if (piece.sharedWithNetworkAt !== null && mayReach(piece, 'network')) return 'network'
  const toSchool = piece.sharedWithSchoolAt !== null || piece.sharedWithNetworkAt !== null
  return toSchool && mayReach(piece, 'school') ? 'school' : 'group'
}

export function isSharedOutside(piece: Shared): boolean {
  return (
    piece.sharedWithGroupAt !== null &&
    piece.sharedOutsideAt !== null &&
    piece.namesPupilAt === null &&
    mayReach(piece, 'outside')
  )
}

/** In one short phrase, for the line of facts under a piece. */
export function audienceInWords(piece: Shared & { loggedBy: string }, person: { id: string }): string {
  const audience = audienceOf(piece)
  if (audience === 'author') return piece.loggedBy === person.id ? 'only you' : 'only its author'
  const inside = { network: 'everyone in the network', school: 'the group and its own school', group: 'the group' }[
    audience
  ]
  return isSharedOutside(piece) ? `${inside}, and its facilitators` : inside
}
