import type { Db, Trx } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { folded } from '../words/folded.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { renaming } from '../names/renaming.js'
import { shortFormsOfSchool } from '../names/short-names.js'
import { type Pseudonym, type PseudonymKind, pseudonymKinds } from '../names/tables.js'
import { pseudonymOfNobody } from './suggesting.js'

export interface PseudonymChosen {
  kind: PseudonymKind
  /** For a school. */
  schoolId: string | null
  name: string
  /** Other ways to write the name, one a line. */
  also: string
  pseudonym: string
}

/** What a group has chosen, schools first, each with the school's name as it is now. */
export async function chosenPseudonyms(db: Db, groupId: string): Promise<Pseudonym[]> {
  const rows = await db
    .selectFrom('pseudonyms')
    .leftJoin('schools', 'schools.id', 'pseudonyms.schoolId')
    .selectAll('pseudonyms')
    .select('schools.name as schoolName')
    .where('groupId', '=', groupId)
    .where('removedAt', 'is', null)
    .orderBy('chosenAt')
    .execute()
  const named = rows.map(({ schoolName, ...row }) => ({ ...row, name: schoolName ?? row.name }))
  return pseudonymKinds.flatMap(kind => named.filter(row => row.kind === kind))
}

/**
 * From now on the name is written as the pseudonym in everything that leaves the group. A school has one at a time.
 * @returns what is wrong with the pseudonym, in a sentence; undefined when it is chosen
 */
export async function choosePseudonym(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  chosen: PseudonymChosen,
): Promise<string | undefined> {
  const others = await chosenPseudonyms(trx, enquiry.groupId)
  const wrong = await whatIsWrong(trx, chosen, others)
  if (wrong) return wrong

  const before = others.filter(one => isTheSame(one, chosen))
  for (const one of before)
    await trx
      .updateTable('pseudonyms')
      .set({ removedAt: now(), removedBy: person.id })
      .where('id', '=', one.id)
      .execute()
  await trx
    .insertInto('pseudonyms')
    .values({ id: newId(), groupId: enquiry.groupId, ...chosen, chosenAt: now(), chosenBy: person.id })
    .execute()
  await record(trx, { kind: 'pseudonym chosen', by: person, ...aboutGroup(enquiry), of: chosen.kind })
}

function isTheSame(one: Pick<Pseudonym, 'kind' | 'schoolId' | 'name'>, other: PseudonymChosen): boolean {
  if (one.kind !== other.kind) return false
  return other.kind === 'school' ? one.schoolId === other.schoolId : folded(one.name) === folded(other.name)
}

async function whatIsWrong(db: Db, chosen: PseudonymChosen, others: Pseudonym[]): Promise<string | undefined> {
  const names = waysToWrite(chosen)
  if (renaming([{ names, instead: '', isPerson: chosen.kind === 'person' }])(chosen.pseudonym) !== chosen.pseudonym)
    return 'The pseudonym gives the name away. Choose one that has nothing of it'
  const renamed = others.filter(one => one.pseudonym !== '').map(one => ({ names: waysToWrite(one), instead: '' }))
  if (renaming(renamed)(chosen.pseudonym) !== chosen.pseudonym)
    return 'This is the name of somebody or something else that has a pseudonym. Choose another'
  if (others.some(one => !isTheSame(one, chosen) && folded(one.pseudonym) === folded(chosen.pseudonym)))
    return 'This pseudonym is taken in your group. Two that share one cannot be told apart'
  if (chosen.kind === 'school' && !(await pseudonymOfNobody(db, chosen.pseudonym)))
    return 'There is a real school with this name. Choose another'
}

function waysToWrite({ kind, name, also }: Pick<PseudonymChosen, 'kind' | 'name' | 'also'>): string[] {
  return [name, ...also.split('\n'), ...(kind === 'school' ? shortFormsOfSchool(name) : [])]
}

/** Somebody has thought of it: the name may stand as it is, also outside. */
export async function keepName(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  kept: Pick<PseudonymChosen, 'kind' | 'schoolId' | 'name'>,
): Promise<void> {
  const others = await chosenPseudonyms(trx, enquiry.groupId)
  if (others.some(one => isTheSame(one, { ...kept, also: '', pseudonym: '' }))) return
  await trx
    .insertInto('pseudonyms')
    .values({
      id: newId(),
      groupId: enquiry.groupId,
      ...kept,
      also: '',
      pseudonym: '',
      chosenAt: now(),
      chosenBy: person.id,
    })
    .execute()
  await record(trx, { kind: 'own name kept', by: person, ...aboutGroup(enquiry), of: kept.kind })
}

/** What was decided about a name is taken back: it stands as it is again, also outside. @throws NotFound */
export async function removePseudonym(trx: Trx, enquiry: Enquiry, person: Person, id: string): Promise<Pseudonym> {
  const one = (await chosenPseudonyms(trx, enquiry.groupId)).find(row => row.id === id)
  if (!one) throw new NotFound('pseudonym')

  const removed = await trx
    .updateTable('pseudonyms')
    .set({ removedAt: now(), removedBy: person.id })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw new Conflict('Somebody else has taken this pseudonym away already.')
  await record(trx, { kind: 'pseudonym removed', by: person, ...aboutGroup(enquiry), of: one.kind })

  return one
}

/** Whether the facilitators whom the group invited read the pseudonyms instead of the names. */
export async function chooseForFacilitators(trx: Trx, enquiry: Enquiry, person: Person, yes: boolean): Promise<void> {
  await trx.deleteFrom('pseudonymsForFacilitators').where('groupId', '=', enquiry.groupId).execute()
  if (yes)
    await trx
      .insertInto('pseudonymsForFacilitators')
      .values({ groupId: enquiry.groupId, chosenAt: now(), chosenBy: person.id })
      .execute()
  await record(trx, { kind: 'names for facilitators chosen', by: person, ...aboutGroup(enquiry), pseudonyms: yes })
}

/** A fact tells that something was chosen, never the name or what stands in its place. */
function aboutGroup({ groupId, networkId }: Enquiry) {
  return { networkId, groupId, aboutKind: 'group', aboutId: groupId }
}
