import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { ReviewInstrument } from '../tables.js'
import { builtInInstruments, itemsOf, partsIn } from './index.js'
import { help, howTrue, type Instrument, type InstrumentPart, type Item, ownWords } from './instrument.js'

/** How it is offered: the workbench's own, or a network's. */
export interface OfferedInstrument extends Instrument {
  own: boolean
  basedOn: string | null
  changedAt: string | null
}

/** A network's own instrument, as any other is. */
export function asInstrument(row: ReviewInstrument): Instrument {
  const parts = partsIn(row.parts)
  const [steps, matters] = [JSON.parse(row.steps) as string[], JSON.parse(row.matters) as string[]]
  return { id: row.id, name: row.name, about: row.about, minutes: minutesFor(parts), steps, matters, parts }
}

/** A quarter of a minute for each statement, and a minute for each box of own words. */
function minutesFor(parts: InstrumentPart[]): number {
  const items = itemsOf({ parts })
  const words = items.filter(one => one.kind === 'words').length
  return Math.max(2, Math.round((items.length - words) * 0.25 + words * 0.5))
}

/** All that a network can ask: what comes with the workbench, then its own by name. */
export async function instrumentsFor(db: Db, network: Pick<Network, 'id'>): Promise<OfferedInstrument[]> {
  const rows = await db
    .selectFrom('reviewInstruments')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('retiredAt', 'is', null)
    .orderBy('name')
    .execute()
  return [
    ...builtInInstruments.map(one => ({ ...one, own: false, basedOn: null, changedAt: null })),
    ...rows.map(row => ({ ...asInstrument(row), own: true, basedOn: row.basedOn, changedAt: row.changedAt })),
  ]
}

/** @throws NotFound */
export async function findInstrument(db: Db, network: Pick<Network, 'id'>, id: string): Promise<OfferedInstrument> {
  const found = (await instrumentsFor(db, network)).find(one => one.id === id)
  if (!found) throw new NotFound('instrument')
  return found
}

/** What somebody makes of an instrument: its name, what each part keeps, and what is added to it. */
export interface OwnWords {
  name: string
  about: string
  parts: { id: string | null; heading: string; about: string; keep: string[]; added: string[]; talk: string[] }[]
}

/** Makes an instrument of a network's own. @param from the one that it is made from */
export async function makeInstrument(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: OwnWords,
  from: Instrument | null,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('reviewInstruments')
    .values({
      ...{ id, networkId: network.id, basedOn: from?.id ?? null, name: words.name, about: words.about },
      ...{ steps: JSON.stringify(from?.steps ?? howTrue), matters: JSON.stringify(from?.matters ?? []) },
      parts: JSON.stringify(partsFrom(words, from?.parts ?? [])),
      ...{ madeAt: now(), madeBy: person.id, changedAt: now(), changedBy: person.id, retiredAt: null, retiredBy: null },
    })
    .execute()
  await record(trx, { kind: 'review instrument made', by: person, ...aboutInstrument(network, id) })
  return id
}

/** Rounds that have asked it keep it as it was. */
export async function changeInstrument(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  instrument: Instrument,
  words: OwnWords,
): Promise<void> {
  const { name, about } = words
  await trx
    .updateTable('reviewInstruments')
    .set({
      name,
      about,
      parts: JSON.stringify(partsFrom(words, instrument.parts)),
      changedAt: now(),
      changedBy: person.id,
    })
    .where('id', '=', instrument.id)
    .execute()
  await record(trx, { kind: 'review instrument changed', by: person, ...aboutInstrument(network, instrument.id) })
}

/** It is not offered any more; rounds that have asked it keep it. */
export async function retireInstrument(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  id: string,
): Promise<void> {
  await trx
    .updateTable('reviewInstruments')
    .set({ retiredAt: now(), retiredBy: person.id })
    .where('id', '=', id)
    .execute()
  await record(trx, { kind: 'review instrument retired', by: person, ...aboutInstrument(network, id) })
}

/** Statements that stay keep their ids, so that rounds can be put beside each other; a part without any is left out. */
function partsFrom({ parts }: OwnWords, before: InstrumentPart[]): InstrumentPart[] {
  return parts
    .map(({ id, heading, about, keep, added, talk }) => {
      const old = before.find(one => one.id === id)
      const kept = old?.items.filter(item => keep.includes(item.id)) ?? []
      const statements = kept.filter(item => item.kind !== 'words')
      const boxes = kept.filter(item => item.kind === 'words')
      const twice = statements.some(item => item.kind === 'statement' && item.twice) ? { twice: true as const } : {}
      const items: Item[] = [
        ...statements,
        ...added.map((words): Item => ({ kind: 'statement', id: newId(8), words, short: shortOf(words), ...twice })),
        ...(old ? boxes : [ownWords(newId(8), 'Anything you want to add, in your own words')]),
      ]
      return {
        id: old?.id ?? newId(8),
        ...{ heading, about, items, talk },
        helps: (old?.helps ?? []).map(one => help(one.text, ...one.where)),
      }
    })
    .filter(part => part.items.some(item => item.kind !== 'words'))
}

/** The first words of a statement, for pictures and lists. */
function shortOf(words: string): string {
  return words.length <= 32 ? words.replace(/\.$/, '') : `${words.slice(0, 32).replace(/\s+\S*$/, '')} …`
}

function aboutInstrument(network: Pick<Network, 'id'>, id: string) {
  return { networkId: network.id, aboutKind: 'review instrument', aboutId: id }
}
