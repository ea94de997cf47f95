import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network, Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type KnownPart, partsOfReport, type ReportPart, STEP } from './parts.js'

/** Where a part goes: before another one, or at the end; one place up or down. */
export type Spot = { before: string | null } | { by: -1 | 1 }

/**
 * Puts a part in another place. Only the one part moves, among the parts as they stand now: what another leader moves at
 * the same time stays moved.
 * @throws NotFound when there is no such part
 */
export async function placePart(
  trx: Trx,
  term: Term,
  known: KnownPart[],
  part: string,
  spot: Spot,
  person: Person,
): Promise<void> {
  const parts = await partsOfReport(trx, term, known)
  const moved = partIn(parts, part)
  await keepOrder(trx, term, withPartMoved(parts, moved, spot), person)
}

function withPartMoved(parts: ReportPart[], moved: ReportPart, spot: Spot): ReportPart[] {
  const others = parts.filter(one => one !== moved)
  const at = 'by' in spot ? stepFrom(parts, others, moved, spot.by) : others.findIndex(one => one.part === spot.before)
  return at < 0 ? [...others, moved] : [...others.slice(0, at), moved, ...others.slice(at)]
}

/** One step among the parts that are in the report; those left out are passed over. */
function stepFrom(parts: ReportPart[], others: ReportPart[], moved: ReportPart, by: -1 | 1): number {
  const inReport = parts.filter(one => !one.leftOut || one === moved)
  const neighbour = inReport[inReport.indexOf(moved) + by]
  if (!neighbour) return parts.indexOf(moved)
  return others.indexOf(neighbour) + (by === 1 ? 1 : 0)
}

async function keepOrder(trx: Trx, term: Term, parts: ReportPart[], person: Person): Promise<void> {
  for (const [place, part] of parts.entries()) await keep(trx, term, part, { position: place * STEP }, person)
}

/** Leaves a part out; its words, pictures and promises stay and can be brought back. */
export async function leavePartOut(
  trx: Trx,
  network: Network,
  term: Term,
  part: ReportPart,
  by: Person,
): Promise<void> {
  if (part.leftOut) return
  await set(trx, network, term, part, by, { leftOutAt: now(), leftOutBy: by.id }, 'part of a report left out')
}

export async function bringPartBack(
  trx: Trx,
  network: Network,
  term: Term,
  part: ReportPart,
  by: Person,
): Promise<void> {
  if (!part.leftOut) return
  await set(trx, network, term, part, by, { leftOutAt: null, leftOutBy: null }, 'part of a report brought back')
}

/** Words the heading of a part anew. @throws Conflict when somebody else did so meanwhile */
export async function headPart(
  trx: Trx,
  network: Network,
  term: Term,
  part: ReportPart,
  { heading, was }: { heading: string; was: string },
  by: Person,
): Promise<void> {
  if (part.heading !== was && part.heading !== heading)
    throw new Conflict(
      `Somebody else has called this part “${part.heading}” meanwhile. Look at it before you change it.`,
    )
  await set(trx, network, term, part, by, { heading }, 'part of a report called')
}

/** Adds a part of the network's own at the end, before the thanks where they are last. @returns its name in addresses */
export async function addPart(
  trx: Trx,
  network: Network,
  term: Term,
  known: KnownPart[],
  heading: string,
  by: Person,
): Promise<string> {
  const part = `own-${newId()}`

  const parts = await partsOfReport(trx, term, known)
  const position = parts.length * STEP
  const added: ReportPart = { part, heading, own: true, leftOut: false, holds: '', position }
  const last = parts.at(-1)?.part === 'thanks' ? parts.length - 1 : parts.length
  await keep(trx, term, added, { heading }, by)
  await keepOrder(trx, term, [...parts.slice(0, last), added, ...parts.slice(last)], by)
  await record(trx, { kind: 'part of a report added', by, ...aboutReport(network, term), part: heading })

  return part
}

/** @throws NotFound */
export async function findPart(db: Db, term: Term, known: KnownPart[], part: string): Promise<ReportPart> {
  return partIn(await partsOfReport(db, term, known), part)
}

function partIn(parts: ReportPart[], part: string): ReportPart {
  const found = parts.find(one => one.part === part)
  if (!found) throw new NotFound('part of the report')
  return found
}

interface Kept {
  heading?: string
  position?: number
  leftOutAt?: string | null
  leftOutBy?: string | null
}

async function set(
  trx: Trx,
  network: Network,
  term: Term,
  part: ReportPart,
  by: Person,
  kept: Kept,
  kind: `part of a report ${'left out' | 'brought back' | 'called'}`,
): Promise<void> {
  await keep(trx, term, part, kept, by)
  await record(trx, { kind, by, ...aboutReport(network, term), part: kept.heading ?? part.heading })
}

async function keep(
  trx: Trx,
  term: Term,
  { part, position }: Pick<ReportPart, 'part' | 'position'>,
  kept: Kept,
  by: Person,
): Promise<void> {
  await trx
    .insertInto('reportParts')
    .values({
      id: newId(),
      termId: term.id,
      part,
      heading: '',
      position,
      leftOutAt: null,
      leftOutBy: null,
      addedAt: now(),
      addedBy: by.id,
      ...kept,
    })
    .onConflict(conflict => conflict.columns(['termId', 'part']).doUpdateSet(kept))
    .execute()
}

function aboutReport(network: Network, term: Term) {
  return { networkId: network.id, aboutKind: 'termly report', aboutId: term.id, term: term.name }
}
