import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { dayOf, today } from '../../web/now.js'
import { addressOf } from '../listing.js'
import { isInProject } from '../permissions.js'
import { type FoundProject, withMembers } from '../projects.js'
import type { Project, ProjectStep } from '../tables.js'

/** When projects begin and end, and their steps that have a day. */
export const projectDates = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({
      me: person.id,
      works: networkIds.filter(id => person.works(id)),
      belongs: networkIds.filter(id => person.belongsTo(id)),
      from,
      until,
    }),
    (db, { me, works, belongs, from, until }) =>
      db
        .selectFrom('projects')
        .selectAll('projects')
        .where('projects.networkId', 'in', belongs)
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('projects.networkId', 'in', works),
            exists(
              selectFrom('projectMembers')
                .select('projectMembers.projectId')
                .whereRef('projectMembers.projectId', '=', 'projects.id')
                .where('projectMembers.personId', '=', me)
                .where('projectMembers.leftAt', 'is', null),
            ),
          ]),
        )
        .where(({ or, and, eb, exists, selectFrom }) =>
          or([
            and([eb('projects.startsOn', '>=', from), eb('projects.startsOn', '<=', until)]),
            and([eb('projects.endsOn', '>=', from), eb('projects.endsOn', '<=', until)]),
            exists(
              selectFrom('projectSteps')
                .select('projectSteps.id')
                .whereRef('projectSteps.projectId', '=', 'projects.id')
                .where('projectSteps.onDay', '>=', from)
                .where('projectSteps.onDay', '<=', until),
            ),
          ]),
        )
        .orderBy('projects.startsOn'),
  ),
  async says(rows, { db, person, from, until }) {
    const found = await withMembers(db, rows)
    const within = (day: string) => day >= from && day <= until
    const ends = found.flatMap(one => bothEnds(one.project, isInProject(person, one))).filter(one => within(one.starts))
    return [...ends, ...(await stepDates(db, person, found, { from, until }))]
  },
})

function bothEnds(project: Project, mine: boolean): CalendarDate[] {
  return [dateOfBeginning(project, mine), dateOfEnd(project, mine)]
}

export function dateOfBeginning(project: Project, mine: boolean): CalendarDate {
  return {
    ...dateOf(project, mine),
    uid: `project-${project.id}-begins`,
    title: `Project begins: ${project.title}`,
    starts: project.startsOn,
  }
}

/** The last day of one that ended before it is none any more. */
function dateOfEnd(project: Project, mine: boolean): CalendarDate {
  const endedBefore = project.endedAt !== null && dayOf(project.endedAt) < project.endsOn
  return {
    ...dateOf(project, mine),
    uid: `project-${project.id}-ends`,
    title: `Project ends: ${project.title}`,
    starts: project.endsOn,
    cancelledAt: endedBefore ? project.endedAt : null,
  }
}

function dateOf(project: Project, mine: boolean): CalendarDate {
  const { networkId, sequence, changedAt } = project
  return {
    ...{ uid: '', kind: 'project', title: '', starts: '', ends: null, where: '', href: addressOf(project), networkId },
    ...{ groupId: null, mine, sequence, changedAt, cancelledAt: null },
  }
}

async function stepDates(
  db: Db,
  person: Person,
  found: FoundProject[],
  { from, until }: { from: string; until: string },
): Promise<CalendarDate[]> {
  if (found.length === 0) return []
  const steps = await db
    .selectFrom('projectSteps')
    .selectAll()
    .where('onDay', '>=', from)
    .where('onDay', '<=', until)
    .where(
      'projectId',
      'in',
      found.map(one => one.project.id),
    )
    .orderBy('onDay')
    .execute()
  return steps
    .filter(step => step.removedAt === null || step.onDay >= today())
    .map(step => {
      const one = found.find(({ project }) => project.id === step.projectId)!
      return dateOfStep(one.project, step, isInProject(person, one))
    })
}

/** What a step says may be for those in the project alone, so the calendar names the project only. */
function dateOfStep(project: Project, step: ProjectStep, mine: boolean): CalendarDate {
  return {
    ...dateOf(project, mine),
    uid: `project-step-${step.id}`,
    title: `A step of ${project.title}`,
    starts: step.onDay,
    where: step.place,
    sequence: step.sequence,
    changedAt: step.changedAt,
    cancelledAt: step.removedAt,
  }
}
