import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import { isReadBlind } from '../blind-readings/reading-guard.js'

/** One step of the coding, as the log shows it: "Nia Prŷs {did}". */
export interface LoggedStep {
  id: string
  at: string
  name: string
  did: string
}

/**
 * Every step of the group's coding that the person may know of, the newest first: not those on pieces that they may not
 * see or are reading blind, and of blind readings only their own.
 */
export async function logOf(
  db: Db,
  person: Reader,
  { groupId }: Pick<Enquiry, 'groupId'>,
  page: { limit: number; offset: number },
): Promise<{ steps: LoggedStep[]; total: number }> {
  const known = db
    .selectFrom('codingActs')
    .innerJoin('people', 'people.id', 'codingActs.personId')
    .where('codingActs.groupId', '=', groupId)
    .where(eb => eb.or([eb('codingActs.readingId', 'is', null), eb('codingActs.personId', '=', person.id)]))
    .where(eb =>
      eb.or([
        eb('codingActs.evidenceId', 'is', null),
        eb(
          'codingActs.evidenceId',
          'in',
          evidenceVisibleTo(db, person)
            .select('evidence.id')
            .where('evidence.groupId', '=', groupId)
            .where(of => of.not(isReadBlind(of as unknown as ExpressionBuilder<Tables, 'evidence'>, person))),
        ),
        eb('codingActs.personId', '=', person.id),
      ]),
    )
  const { total } = await known.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const steps = await known
    .select(['codingActs.id', 'codingActs.at', 'people.name', 'codingActs.did'])
    .orderBy('codingActs.number', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { steps, total: Number(total) }
}
