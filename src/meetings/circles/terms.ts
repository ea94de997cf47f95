import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import type { TextKind } from '../../texts/kinds.js'
import { textsOf } from '../../texts/texts.js'
import { unread } from '../../names/names.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { mayWriteTerms } from '../permissions.js'
import type { Circle, CircleTerms } from '../tables.js'
import { findCircle } from './circles.js'
import { aboutCircle } from './making.js'

export const termsKind = 'circle-terms'
export const termsField = 'terms'

/** The terms of reference as they are being worded. The owner is the circle. */
export const termsTexts: TextKind = {
  kind: termsKind,
  ownedBy: { table: 'circles' },
  async whose(db, owner) {
    const circle = await db
      .selectFrom('circles')
      .select(['networkId', 'groupId'])
      .where('id', '=', owner)
      .executeTakeFirst()
    return circle && (circle.groupId === null ? { network: circle.networkId } : { group: circle.groupId })
  },
  async find(db, person, owner, field) {
    const found = await findCircle(db, person, owner)
    // Words that are not agreed yet are those of the circle.
    if (field !== termsField || !mayWriteTerms(found)) throw new NotFound('text')
    return { mayWrite: true, label: 'Terms of reference', back: `${found.address}/terms` }
  },
}

/** Every wording that was agreed, the newest first. */
export function agreedTerms(db: Db, circle: Pick<Circle, 'id'>): Promise<CircleTerms[]> {
  return db
    .selectFrom('circleTerms')
    .selectAll()
    .where('circleId', '=', circle.id)
    .orderBy('agreedAt', 'desc')
    .execute()
}

/** The wording that stands now, agreed or not. */
export async function termsText(db: Db, circle: Pick<Circle, 'id'>) {
  return textsOf(db, termsKind, circle.id)
}

/** The circle has agreed the words as they stand now; newer ones need agreeing again. */
export async function agreeTerms(trx: Trx, circle: Circle, person: Person, agreedOn: string): Promise<void> {
  const words = unread((await termsText(trx, circle))[termsField]?.body ?? '')
  await trx
    .insertInto('circleTerms')
    .values({ id: newId(), circleId: circle.id, words, agreedOn, agreedAt: now(), agreedBy: person.id })
    .execute()
  await record(trx, { kind: 'circle terms agreed', by: person, ...aboutCircle(circle) })
}
