import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import type { TextKind } from '../../texts/kinds.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { colleaguesFor } from '../colleague/colleagues.js'
import { isTheColleague, mayTakePartInSwot } from '../permissions.js'
import type { Swot } from '../tables.js'

export const swotKind = 'swot'

/** The four boxes, and what follows from them. */
export const swotFields = [
  { field: 'strengths', label: 'Strengths', hint: 'What works between us, and what made it possible?' },
  { field: 'weaknesses', label: 'Weaknesses', hint: 'What do we find hard, or leave undone?' },
  { field: 'opportunities', label: 'Opportunities', hint: 'What is there for us to take up?' },
  { field: 'threats', label: 'Threats', hint: 'What could stop us?' },
  { field: 'next', label: 'What we do next', hint: 'One or two things, with who and by when.' },
] as const

/** Heads, network leaders, and the outside colleague. */
export async function takesPart(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<boolean> {
  if (mayTakePartInSwot(person, network)) return true
  return (await colleaguesFor(db, person, network)).some(one => isTheColleague(person, one))
}

/** The newest first. @throws NotFound for those who take no part */
export async function swotsFor(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<Swot[]> {
  if (!(await takesPart(db, person, network))) throw new NotFound('page')
  return db.selectFrom('swots').selectAll().where('networkId', '=', network.id).orderBy('heldOn', 'desc').execute()
}

/** @throws NotFound */
export async function findSwot(db: Db, person: Person, network: Pick<Network, 'id'>, id: string): Promise<Swot> {
  const found = (await swotsFor(db, person, network)).find(one => one.id === id)
  if (!found) throw new NotFound('SWOT')
  return found
}

export async function beginSwot(
  trx: Trx,
  network: Pick<Network, 'id'>,
  by: Person,
  words: Pick<Swot, 'title' | 'heldOn'>,
): Promise<string> {
  const id = newId()
  const made = { id, networkId: network.id, ...words, madeAt: now(), madeBy: by.id, settledAt: null, settledBy: null }
  await trx.insertInto('swots').values(made).execute()
  await record(trx, { kind: 'swot begun', by, networkId: network.id, aboutKind: 'swot', aboutId: id })
  return id
}

/** From here on it stays as it was written. @throws Conflict where it was settled meanwhile */
export async function settleSwot(trx: Trx, swot: Swot, by: Person): Promise<void> {
  const done = await trx
    .updateTable('swots')
    .set({ settledAt: now(), settledBy: by.id })
    .where('id', '=', swot.id)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('It has been settled already.')
  await record(trx, { kind: 'swot settled', by, networkId: swot.networkId, aboutKind: 'swot', aboutId: swot.id })
}

/** Written by those who take part, several at once. The owner is the SWOT. */
export const swotTexts: TextKind = {
  kind: swotKind,
  ownedBy: null,
  async whose(db, owner) {
    const swot = await db.selectFrom('swots').select('networkId').where('id', '=', owner).executeTakeFirst()
    return swot && { network: swot.networkId }
  },
  async find(db, person, owner, name) {
    const swot = await db.selectFrom('swots').selectAll().where('id', '=', owner).executeTakeFirst()
    const field = swotFields.find(one => one.field === name)
    if (!swot || !field || !(await takesPart(db, person, { id: swot.networkId }))) throw new NotFound('text')
    const back = `/networks/${swot.networkId}/resources/swots/${swot.id}#f-${field.field}`
    return { mayWrite: swot.settledAt === null, label: field.label, back }
  },
}
