import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { DatesOf } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { dayOf, today } from '../../web/now.js'
import { addressOf, allProjectsIn } from '../listing.js'
import { isInProject } from '../permissions.js'
import type { FoundProject } from '../projects.js'
import type { Project, ProjectStep } from '../tables.js'

/** When projects begin and end, and their steps that have a day. */
export const projectDates: DatesOf = async (db, person, networkIds, { from, until }) => {
  const found = await allProjectsIn(db, person, networkIds, query =>
    query
      .where('startsOn', '<=', until)
      .where(eb =>
        eb.or([
          eb('endsOn', '>=', from),
          eb.exists(
            eb
              .selectFrom('projectSteps')
              .select('projectSteps.id')
              .whereRef('projectSteps.projectId', '=', 'projects.id')
              .where('onDay', '>=', from),
          ),
        ]),
      ),
  )
  const within = (day: string) => day >= from && day <= until
  const ends = found.flatMap(one => bothEnds(one.project, isInProject(person, one))).filter(one => within(one.starts))
  return [...ends, ...(await stepDates(db, person, found, { from, until }))]
}

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
