import { claimsOf, type ClaimInView } from '../../claims/claims.js'
import { begun } from '../../claims/sure.js'
import type { Db } from '../../database.js'
import { type Enquiry, enquiriesById } from '../../enquiries/enquiry.js'
import { kindNamed } from '../../evidence/kinds.js'
import type { Reader } from '../../names/reader.js'
import type { Theme } from '../../networks/tables.js'
import { folded } from '../../words/folded.js'
import { byName } from '../../words/words.js'
import type { ThemeStrand } from '../tables.js'
import { claimsWithCodes, placedIn, type SharedCode, sharedCodesOf, strandsOf } from './strands.js'

/** One side of a claim, as somebody outside the group is told of it. */
export interface SideAcross {
  pieces: number
  /** The kinds of evidence, in the alphabet. */
  kinds: string[]
  /** The schools it comes from, in the alphabet, under the names in which the reader meets the group. */
  schools: string[]
}

/** A shared claim of a group, with the evidence for and against it that the reader may see. */
export interface ClaimAcross {
  id: string
  label: string
  claim: string
  href: string
  sure: string
  for: SideAcross
  against: SideAcross
}

export interface GroupAcross {
  id: string
  name: string
  href: string
  claims: ClaimAcross[]
}

/** What groups claim under one word of the theme. */
export interface StrandAcross extends ThemeStrand {
  /** The groups that claim something of it, by name. */
  groups: GroupAcross[]
}

export interface ReadingAcross {
  strands: StrandAcross[]
  /** Claims that stand under no word. */
  others: GroupAcross[]
  /** Words that more than one group uses as a code, and that the theme is not read by yet. */
  offered: string[]
  /** How many claims the reader meets here. */
  total: number
}

/**
 * What the groups of a theme claim, side by side: claims that are shared and not retired, as this reader may read them, each
 * with the evidence that this reader may see. Nothing is said of a group that the reader does not stand towards.
 */
export async function readAcross(db: Db, person: Reader, theme: Theme): Promise<ReadingAcross> {
  const groups = await groupsAcross(db, person, theme)
  const strands = await strandsOf(db, theme.id)
  const codes = await sharedCodesOf(db, theme.id)
  const claimIds = groups.flatMap(group => group.claims.map(claim => claim.id))
  const coded = await claimsWithCodes(
    db,
    claimIds,
    codes.map(one => one.codeId),
  )
  const placed = await placedIn(
    db,
    strands.map(one => one.id),
  )
  const under = (strand: ThemeStrand, claim: ClaimAcross): boolean => {
    const byHand = placed.find(one => one.strandId === strand.id && one.claimId === claim.id)
    if (byHand) return byHand.belongs === 'yes'
    return says(claim.claim, strand.strand) || carries(claim, strand, codes, coded)
  }
  const only = (keep: (claim: ClaimAcross) => boolean) =>
    groups.map(group => ({ ...group, claims: group.claims.filter(keep) })).filter(group => group.claims.length > 0)
  return {
    strands: strands.map(strand => ({ ...strand, groups: only(claim => under(strand, claim)) })),
    others: only(claim => !strands.some(strand => under(strand, claim))),
    offered: offeredWords(codes, strands),
    total: claimIds.length,
  }
}

/** Each group with the shared claims of all its cycles; one that a later cycle shares anew stands there alone. */
async function groupsAcross(db: Db, person: Reader, theme: Theme): Promise<GroupAcross[]> {
  const rows = await db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .select('enquiries.id')
    .where('groups.themeId', '=', theme.id)
    .orderBy('enquiries.cycle')
    .execute()
  const cycles = await enquiriesById(
    db,
    person,
    rows.map(row => row.id),
  )
  const groups = new Map<string, Enquiry[]>()
  for (const { id } of rows) {
    const cycle = cycles.get(id)
    if (cycle) groups.set(cycle.groupId, [...(groups.get(cycle.groupId) ?? []), cycle])
  }
  const found: GroupAcross[] = []
  for (const ofGroup of groups.values()) found.push(await groupAcross(db, person, ofGroup))
  return found.filter(group => group.claims.length > 0).sort(byName)
}

async function groupAcross(db: Db, person: Reader, cycles: Enquiry[]): Promise<GroupAcross> {
  const { groupId, groupName } = cycles[0]!
  const names = await person.outside.namesIn(db, groupId)
  const claims: ClaimInView[] = []
  for (const cycle of cycles) claims.push(...(await claimsOf(db, person, cycle)))
  const shared = claims.filter(one => one.sharedAt !== null && one.retiredAt === null)
  const standing = shared.filter(one => !shared.some(other => other.carriedFrom === one.id))
  const seen = standing.map(claim => claimAcross(claim, school => names.school(school)))
  return { id: groupId, name: names.read(groupName), href: `/groups/${groupId}`, claims: names.read(seen) }
}

function claimAcross(claim: ClaimInView, school: (of: { id: string; name: string }) => string): ClaimAcross {
  const side = (linked: ClaimInView['for']): SideAcross => {
    const pieces = linked.map(one => one.piece).filter(piece => !piece.gap)
    const sorted = (words: string[]) => [...new Set(words)].map(name => ({ name })).sort(byName)
    return {
      pieces: pieces.length,
      kinds: sorted(pieces.map(piece => kindNamed(piece.kind))).map(one => one.name),
      schools: sorted(pieces.flatMap(piece => piece.schools.map(school))).map(one => one.name),
    }
  }
  const { id, label, href } = claim
  return {
    id,
    label,
    claim: claim.claim,
    href,
    sure: begun(claim.strength),
    for: side(claim.for),
    against: side(claim.against),
  }
}

/** Whether words hold a word of the theme, at the beginning of one of theirs: `choos` finds choosing. */
export function says(words: string, strand: string): boolean {
  const text = ` ${folded(words).replace(/[^\p{L}\p{N}']+/gu, ' ')}`
  return text.includes(` ${folded(strand)}`)
}

function carries(
  claim: ClaimAcross,
  strand: ThemeStrand,
  codes: SharedCode[],
  coded: { claimId: string; codeId: string }[],
): boolean {
  const same = codes.filter(code => folded(code.name) === folded(strand.strand)).map(code => code.codeId)
  return coded.some(one => one.claimId === claim.id && same.includes(one.codeId))
}

function offeredWords(codes: SharedCode[], strands: ThemeStrand[]): string[] {
  const known = new Set(strands.map(one => folded(one.strand)))
  const names = new Map(codes.map(code => [folded(code.name), code.name]))
  return [...names]
    .filter(([word]) => !known.has(word))
    .map(([, name]) => ({ name }))
    .sort(byName)
    .map(one => one.name)
}
