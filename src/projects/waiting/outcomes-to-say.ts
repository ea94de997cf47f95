import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { addressOf } from '../listing.js'
import { outcomesOf, schoolsThatTookPart } from '../ending/outcomes.js'
import { projectsByIds } from '../projects.js'

const asked = 120

/** After a project has ended, those who joined it, and the heads of schools that did, are asked what came of it there. */
export const outcomesToSay = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      me: person.id,
      headed: person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? []),
      since: beginningOf(daysAfter(today, -asked)),
    }),
    (db, { me, headed, since }) =>
      db
        .selectFrom('projectMembers')
        .innerJoin('projects', 'projects.id', 'projectMembers.projectId')
        .select(['projectMembers.projectId', 'projectMembers.schoolId'])
        .where('projects.endedAt', '>=', since)
        .where('projectMembers.schoolId', 'is not', null)
        .where('projectMembers.leftAt', 'is', null)
        .where(eb =>
          eb.or([
            eb('projectMembers.personId', '=', me),
            eb.and([eb('projectMembers.as', '=', 'school'), eb('projectMembers.schoolId', 'in', headed)]),
          ]),
        ),
  ),
  says: async (rows, { db, person }) => {
    const found = await projectsByIds(db, person, [...new Set(rows.map(row => row.projectId))])
    const said = await outcomesOf(
      db,
      found.map(one => one.project),
    )
    return found.flatMap(one =>
      schoolsThatTookPart(one)
        .filter(school => rows.some(row => row.projectId === one.project.id && row.schoolId === school.id))
        .filter(school => person.worksAt(school.id))
        .filter(school => !said.some(row => row.projectId === one.project.id && row.schoolId === school.id))
        .map((school): Waiting => ({
          text: outcomeInWords({ title: one.project.title, school: school.name }),
          href: `${addressOf(one.project)}/outcomes/${school.id}`,
          action: 'Say what came of it',
          networkId: one.project.networkId,
        })),
    )
  },
})

export function outcomeInWords({ title, school }: { title: string; school: string }): string {
  return `The project ${quoted(title)} has ended. What came of it at ${school}?`
}
