import { NotFound } from '../../errors.js'
import type { TextKind } from '../../texts/kinds.js'
import { accountField, accountKind } from '../far/account.js'
import { mayWriteAccount } from '../permissions.js'
import { findSupportingVisit, supportingKind } from '../supporting/supporting.js'
import { isOneOfTheTwo } from '../permissions.js'
import { bookingsOf, findVisit } from '../visits.js'
import { findOwnBox, noteKind } from './notes.js'
import type { Db } from '../../database.js'

async function networkOf(db: Db, id: string | undefined): Promise<string | undefined> {
  const row = await db
    .selectFrom('visits')
    .select('networkId')
    .where('id', '=', id ?? '')
    .executeTakeFirst()
  return row?.networkId
}

/** A visitor’s or a host’s notes: nobody else writes in them. */
export const visitNoteTexts: TextKind = {
  kind: noteKind,
  ownedBy: null,
  async whose(db, owner) {
    const network = await networkOf(db, owner.split('~')[0])
    return network === undefined ? undefined : { network }
  },
  async find(db, person, owner, field) {
    const [visit = '', author] = owner.split('~')
    const network = await networkOf(db, visit)
    if (author !== person.id || network === undefined) throw new NotFound('text')
    const { box } = await findOwnBox(db, person, { network, visit, box: field })
    return { mayWrite: true, label: box.label, back: `/networks/${network}/visits/${visit}/notes#f-${field}` }
  },
}

/** The account that those who went somewhere far write together. */
export const visitAccountTexts: TextKind = {
  kind: accountKind,
  ownedBy: null,
  async whose(db, owner) {
    const network = await networkOf(db, owner)
    return network === undefined ? undefined : { network }
  },
  async find(db, person, owner, field) {
    const network = await networkOf(db, owner)
    if (network === undefined || field !== accountField) throw new NotFound('text')
    const found = await findVisit(db, person, { network, visit: owner })
    const mayWrite = mayWriteAccount(person, found, await bookingsOf(db, owner))
    if (!mayWrite && found.visit.accountSharedAt === null) throw new NotFound('text')
    return { mayWrite, label: 'The account', back: `/networks/${network}/visits/${owner}/account` }
  },
}

/** What two colleagues write together, and what each writes for themselves. */
export const supportingTexts: TextKind = {
  kind: supportingKind,
  ownedBy: null,
  async whose(db, owner) {
    const row = await db
      .selectFrom('supportingVisits')
      .select('networkId')
      .where('id', '=', owner.split('~')[0]!)
      .executeTakeFirst()
    return row && { network: row.networkId }
  },
  async find(db, person, owner, field) {
    const [id = '', author] = owner.split('~')
    const { visit } = await findSupportingVisit(db, person, { id })
    const isTheirs = author === undefined ? field === 'together' : field === 'mine' && author === person.id
    if (!isTheirs) throw new NotFound('text')
    const back = `/networks/${visit.networkId}/visits/supporting/${visit.id}#f-${field}`
    const mayWrite = author !== undefined || isOneOfTheTwo(person, visit)
    return { mayWrite, label: author === undefined ? 'What we keep of it' : 'For myself', back }
  },
}
