import type { Db } from '../database.js'
import { BadInput, Conflict } from '../errors.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import { byName, day } from '../web/words.js'
import { type FoundQuestionnaire, isOver } from './questionnaires.js'
import { rolesThat } from '../people/roles.js'

const restBetween = 2 * 86_400_000
export const mostLetters = 300

/** When colleagues may be asked again; null when they may be asked now. */
export function nextLetters({ askedAt }: Pick<FoundQuestionnaire, 'askedAt'>): string | null {
  if (askedAt === null) return null
  const next = new Date(Date.parse(askedAt) + restBetween).toISOString()
  return next > now() ? next : null
}

/** The schools of the group, whose colleagues can be asked. */
export async function schoolsToAsk(db: Db, found: FoundQuestionnaire): Promise<{ id: string; name: string }[]> {
  const { schoolIds } = found.enquiry
  if (schoolIds.length === 0) return []
  const schools = await db.selectFrom('schools').select(['id', 'name']).where('id', 'in', schoolIds).execute()
  return schools.sort(byName)
}

/**
 * Asks the colleagues of these schools by letter, and, asked again, reminds those of them who have not answered. Who that is
 * nobody is told, not even how many: who has answered is kept apart from what was answered, and forgotten at the end.
 * @throws BadInput without a school of the group, Conflict when it is closed or they were asked a moment ago
 */
export async function askByLetter(
  { db, mail, baseUrl }: Pick<House, 'db' | 'mail' | 'baseUrl'>,
  found: FoundQuestionnaire,
  person: Person,
  schoolIds: string[],
): Promise<void> {
  if (isOver(found)) throw new Conflict('This questionnaire is closed.')
  const next = nextLetters(found)
  if (next) throw new Conflict(`Colleagues were asked a moment ago. They can be reminded from ${day(next)}.`)
  const schools = (await schoolsToAsk(db, found)).filter(school => schoolIds.includes(school.id)).map(({ id }) => id)
  if (schools.length === 0) throw new BadInput('Choose a school whose colleagues are asked.', 422)
  const colleagues = await db
    .selectFrom('people')
    .innerJoin('networkRoles', 'networkRoles.personId', 'people.id')
    .select('people.email')
    .distinct()
    .where('networkRoles.networkId', '=', found.enquiry.networkId)
    .where('networkRoles.schoolId', 'in', schools)
    .where('networkRoles.role', 'in', rolesThat('works'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('people.id', 'not in', eb =>
      eb.selectFrom('questionnairePeople').select('personId').where('questionnaireId', '=', found.id),
    )
    .limit(mostLetters)
    .execute()
  await db
    .updateTable('questionnaires')
    .set({ askedAt: now(), askedSchools: schools.join(' ') })
    .where('id', '=', found.id)
    .execute()
  const subject = `Questions from ${found.enquiry.groupName}: ${found.name}`
  const text = letterOf(found, person, baseUrl)
  for (const { email } of colleagues) await mail.send({ to: email, subject, text })
}

function letterOf(found: FoundQuestionnaire, person: Person, baseUrl: string): string {
  return [
    `${person.name} and the enquiry group “${found.enquiry.groupName}” ask colleagues: ${found.name}.`,
    found.purpose,
    `Answer until ${day(found.endsOn)}, leaving out what you do not want to say:\n${baseUrl}/questionnaires/${found.id}/answer`,
    'You sign in so that each colleague answers once. Your answers are kept without your name, are shown only together with those of at least four others, and nobody can see who has answered.',
  ]
    .filter(Boolean)
    .join('\n\n')
}
