import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { findNetworkAround } from '../../networks/networks.js'
import { namesOf } from '../../people/people.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import type { FormState } from '../../web/read.js'
import { day, plural } from '../../words/words.js'
import { keptKind } from '../kinds/kinds.js'
import type { RoundPage } from '../pages.js'
import { periodsOf } from '../periods/periods.js'
import { monthsInWords } from '../words.js'
import { countOf, firstDueOf, type FoundRound, goesOn, holdLines } from './coming-page.js'
import { heldAmong } from './holds.js'

const perPage = 50

/** Exactly what of a batch will go, page by page, with what is held back of it. */
export async function roundPage(
  db: Db,
  req: Request,
  person: Reader,
  round: FoundRound,
  form: FormState,
): Promise<RoundPage> {
  const kind = keptKind(round.kind)!
  const network = await findNetworkAround(db, person, round.networkId)
  const total = await countOf(db, round)
  const rows = await thingsOf(db, round, pageNumber(req))
  const held = await heldAmong(
    db,
    round,
    rows.map(row => row.thing),
  )
  const holds = [...new Map([...held.values()].map(hold => [hold.id, hold])).values()]
  const names = await namesOf(db, round.kind === 'accounts' ? rows.map(row => row.thing) : [])
  const period = (await periodsOf(db, network.id)).find(one => one.kind === kind)
  const of = round.groupName === '' ? '' : ` of ${round.groupName}`
  const when = goesOn(round, await firstDueOf(db, round))
  return {
    title: `${kind.name}: what will go`,
    head: networkHead(network, person, 'keeping'),
    heading: `${plural(total, ...kind.words)}${of} will go`,
    sentence:
      total === 0
        ? 'Nothing of this goes any more.'
        : `From ${day(when)} on, a little at a time. This was said on ${day(round.announcedOn)}.`,
    erased: kind.erased,
    because:
      period?.months == null
        ? ''
        : `${network.name} keeps this for ${monthsInWords(period.months)} ${kind.from}. ${kind.because}`,
    address: `/keeping/${round.id}`,
    things: pageOf(
      req,
      rows.map((row, place) => ({
        thing: row.thing,
        label: labelOf(row, round.kind, names, place),
        href: hrefOf(round.kind, row.thing),
        dueOn: row.dueOn,
        held: held.has(row.thing) ? held.get(row.thing)!.because : null,
      })),
      total,
      perPage,
    ),
    holds: await holdLines(db, person, holds),
    seen: round.told === null || round.told.seenAt !== null,
    mayHold: total > 0,
    hasGroup: round.groupId !== null && round.kind !== 'drafts',
    longer: period?.months == null ? '' : monthsInWords(period.months),
    form,
    back: `/networks/${network.id}/keeping/coming`,
  }
}

function thingsOf(db: Db, round: FoundRound, page: number) {
  return db
    .selectFrom('keepingThings')
    .select(['thing', 'label', 'dueOn'])
    .where('roundId', '=', round.id)
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .orderBy(eb => eb.fn<number>('length', ['label']))
    .orderBy('label')
    .orderBy('thing')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
}

function labelOf(
  { thing, label }: { thing: string; label: string },
  kind: string,
  nameOf: (id: string) => string,
  place: number,
): string {
  if (kind === 'accounts') return `The account of ${nameOf(thing)}`
  const one = keptKind(kind)!.words[0]
  const named = one.charAt(0).toUpperCase() + one.slice(1)
  if (label === '') return `${named} ${place + 1}`
  return /^\d{4}-/.test(label) ? `${named} of ${day(label)}` : label
}

/** Where somebody can look at it once more. */
function hrefOf(kind: string, thing: string): string | null {
  if (kind === 'evidence' || kind === 'drafts' || kind === 'consents') return `/evidence/${thing}`
  if (kind === 'questionnaires') return `/questionnaires/${thing}`
  if (kind === 'minutes') return `/meetings/${thing}`
  return null
}
