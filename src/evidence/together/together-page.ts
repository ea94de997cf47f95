import type { Request } from 'express'
import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { Narrowing } from '../listing/narrowing.js'
import { chosenFilters, filtersIn, furtherFilters } from '../listing/filters.js'
import { evidenceIdsOf } from '../listing/listing.js'
import { sortIn } from '../listing/sorting.js'
import { queried } from '../../web/page-of.js'
import { formOf, type FormState } from '../../web/read.js'
import { evidenceByIds, type Piece } from '../evidence.js'
import { cardOf, numberOf } from '../listing/cards.js'
import { mostAtOnce } from '../sharing/sharing-several.js'
import type { DoneTogetherPage, TogetherPage } from '../pages.js'
import type { DoneTogether } from '../tables.js'
import type { Around, ManyAct } from './acts.js'
import { choicesFor, type Chosen, doneIn, leftOverIn, sorted } from './doing-together.js'

/** The pieces that were ticked, or all that are like those in the list: as many as are acted on at once. */
export async function piecesTicked(
  db: Db,
  req: Request,
  { person, enquiry }: Around,
  narrows: Narrowing[],
  ids: string[],
): Promise<{ pieces: Piece[]; more: number }> {
  if (queried(req, 'all') === '') {
    const pieces = (await evidenceByIds(db, person, ids.slice(0, mostAtOnce))).filter(isOf(enquiry.groupId))
    return { pieces: byNumber(pieces), more: Math.max(0, ids.length - mostAtOnce) }
  }
  const { among } = await furtherFilters(req, db, person, enquiry, narrows)
  const all = await evidenceIdsOf(db, person, enquiry, filtersIn(req), among, sortIn(req, true))
  const pieces = (await evidenceByIds(db, person, all.slice(0, mostAtOnce))).filter(isOf(enquiry.groupId))
  return { pieces: byNumber(pieces), more: Math.max(0, all.length - mostAtOnce) }
}

/** What is about to be done, piece by piece, before it is. */
export async function togetherPage(
  db: Db,
  req: Request,
  around: Around,
  acts: ManyAct[],
  { pieces, more }: { pieces: Piece[]; more: number },
  asked: string,
  form: FormState = formOf(),
): Promise<TogetherPage> {
  const { enquiry, person } = around
  const groups = await choicesFor(db, around, acts)
  const chosen = chosenIn(groups, asked)
  const outcome = chosen && (await sorted(db, around, pieces, chosen))
  const hinders = new Map(outcome?.hindered.map(({ piece, because }) => [piece.id, because]))
  const address = `/groups/${enquiry.groupId}/evidence`
  const filters = chosenFilters(filtersIn(req), [])
  return {
    title: `Several pieces of ${enquiry.groupName}`,
    breadcrumbs: crumbsOf(enquiry, { href: address, text: 'Evidence' }),
    head: headOf(enquiry, 'evidence'),
    address: `${address}/together`,
    back: `${address}${filters ? `?${filters}` : ''}`,
    csv: `${address}.csv?${new URLSearchParams(pieces.map(piece => ['pieces', piece.id])).toString()}`,
    pieces: pieces.map(piece => ({ card: cardOf(piece, person), because: hinders.get(piece.id) ?? null })),
    more,
    most: mostAtOnce,
    choices: groups.map(({ label, options }) => ({
      label,
      options: options.map(({ value, text }) => ({ value, text })),
    })),
    chosen: chosen && outcome ? { value: asked, text: chosen.text, free: outcome.free.length } : null,
    form,
  }
}

export function chosenIn(groups: Awaited<ReturnType<typeof choicesFor>>, asked: string): Chosen | undefined {
  return groups.flatMap(({ options }) => options).find(({ value }) => value === asked)?.chosen
}

/** What was done, and what was not. */
export async function doneTogetherPage(
  db: Db,
  around: Around,
  row: DoneTogether,
  acts: ManyAct[],
): Promise<DoneTogetherPage> {
  const { enquiry } = around
  const address = `/groups/${enquiry.groupId}/evidence`
  const [done, left] = [await doneIn(db, around, row), await leftOverIn(db, around, row)]
  return {
    title: row.said,
    breadcrumbs: crumbsOf(enquiry, { href: address, text: 'Evidence' }),
    head: headOf(enquiry, 'evidence'),
    back: address,
    said: row.said,
    count: (JSON.parse(row.done) as unknown[]).length,
    done: done.map(({ piece }) => lineOf(piece)),
    left: left.map(({ piece, because }) => ({ ...lineOf(piece), because })),
    undoneAt: row.undoneAt,
    undo:
      row.undoneAt === null && acts.some(one => one.name === row.act && one.undoes)
        ? `${address}/together/${row.id}/undoing`
        : null,
  }
}

function lineOf(piece: Piece) {
  return { number: numberOf(piece), title: piece.title, href: `/evidence/${piece.id}` }
}

function isOf(groupId: string) {
  return (piece: Piece) => piece.groupId === groupId && !piece.gap
}

function byNumber(pieces: Piece[]): Piece[] {
  return pieces.sort((one, other) => other.number - one.number)
}
