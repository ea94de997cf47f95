import type { Db, Trx } from '../../database.js'
import { schoolsByIds, type KnownSchool } from '../../networks/schools/schools.js'
import { BadInput, Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { lettersAfter } from '../../mail/following.js'
import { namesOutside } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { rolesThat } from '../../people/roles/roles.js'
import { now } from '../../web/now.js'
import { day } from '../../words/words.js'
import { type FoundQuestionnaire, isOver } from './questionnaires.js'

const restBetween = 2 * 86_400_000
export const mostLetters = 300

/** When colleagues may be asked again; null when they may be asked now. */
export function nextLetters({ askedAt }: Pick<FoundQuestionnaire, 'askedAt'>): string | null {
  if (askedAt === null) return null
  const next = new Date(Date.parse(askedAt) + restBetween).toISOString()
  return next > now() ? next : null
}

/** The schools of the group, whose colleagues can be asked. */
export function schoolsToAsk(db: Db, found: FoundQuestionnaire): Promise<KnownSchool[]> {
  return schoolsByIds(db, found.enquiry.schoolIds)
}

/**
 * Asks the colleagues of these schools by letter, and, asked again, reminds those of them who have not answered. Who that is
 * nobody is told, not even how many: who has answered is kept apart from what was answered, and forgotten at the end.
 * @throws BadInput without a school of the group, Conflict when it is closed or they were asked a moment ago
 */
export async function askByLetter(
  trx: Trx,
  found: FoundQuestionnaire,
  person: Person,
  schoolIds: string[],
): Promise<void> {
  if (isOver(found)) throw new Conflict('This questionnaire is closed.')
  const next = nextLetters(found)
  if (next) throw new Conflict(`Colleagues were asked a moment ago. They can be reminded from ${day(next)}.`)
  const schools = (await schoolsToAsk(trx, found)).filter(school => schoolIds.includes(school.id)).map(({ id }) => id)
  if (schools.length === 0) throw new BadInput('Choose a school whose colleagues are asked.', 422)
  await trx
    .updateTable('questionnaires')
    .set({ askedAt: now(), askedSchools: schools.join(' ') })
    .where('id', '=', found.id)
    .execute()
  const { networkId } = found.enquiry
  const about = { networkId, aboutKind: 'questionnaire', aboutId: found.id }
  await record(trx, { kind: 'colleagues asked', by: person, ...about, schools })
}

/** To each colleague who has not answered; a questionnaire that was closed meanwhile asks nobody. */
export const askColleagues = lettersAfter({
  name: 'letters of questionnaires',
  letter: 'questionnaires',
  follows: ['colleagues asked'],
  async write({ db, baseUrl }, { personId, aboutId, networkId, details: { schools } }) {
    const found = await db
      .selectFrom('questionnaires')
      .innerJoin('groups', 'groups.id', 'questionnaires.groupId')
      .select(['questionnaires.id', 'questionnaires.name', 'questionnaires.purpose', 'questionnaires.endsOn'])
      .select(['questionnaires.groupId', 'groups.name as group'])
      .where('questionnaires.id', '=', aboutId)
      .where('questionnaires.closedAt', 'is', null)
      .executeTakeFirst()
    const by = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    if (!found || !by) return []
    const read = (await namesOutside().namesIn(db, found.groupId)).read(found)
    const text = letterOf({ ...read, by: by.name }, baseUrl)
    const colleagues = await colleaguesToAsk(db, read.id, networkId!, schools)
    return colleagues.map(({ email }) => ({ to: email, subject: `Questions from ${read.group}: ${read.name}`, text }))
  },
})

function colleaguesToAsk(db: Db, questionnaireId: string, networkId: string, schools: string[]) {
  return db
    .selectFrom('people')
    .innerJoin('networkRoles', 'networkRoles.personId', 'people.id')
    .select('people.email')
    .distinct()
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.schoolId', 'in', schools)
    .where('networkRoles.role', 'in', rolesThat('works'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('people.id', 'not in', eb =>
      eb.selectFrom('questionnairePeople').select('personId').where('questionnaireId', '=', questionnaireId),
    )
    .limit(mostLetters)
    .execute()
}

interface QuestionnaireInLetter {
  id: string
  name: string
  purpose: string
  endsOn: string
  group: string
  by: string
}

function letterOf({ id, name, purpose, endsOn, group, by }: QuestionnaireInLetter, baseUrl: string): string {
  return [
    `${by} and the enquiry group “${group}” ask colleagues: ${name}.`,
    purpose,
    `Answer until ${day(endsOn)}, leaving out what you do not want to say:\n${baseUrl}/questionnaires/${id}/answer`,
    'You sign in so that each colleague answers once. Your answers are kept without your name, are shown only together with those of at least four others, and nobody can see who has answered.',
  ]
    .filter(Boolean)
    .join('\n\n')
}
