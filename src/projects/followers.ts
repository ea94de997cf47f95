import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import type { LetterSort } from '../mail/wishes.js'
import { day } from '../words/words.js'
import { today } from '../web/now.js'
import { addressOf } from './listing.js'
import type { Project } from './tables.js'
import { dateOfBeginning } from './year/dates.js'

export const projectLetters: LetterSort[] = [
  {
    letter: 'projects',
    name: 'I am invited to a project',
    holds: 'When somebody would like you to join a project for a while.',
    of: 'Themes and projects',
  },
  {
    letter: 'projects-ended',
    name: 'A project has ended',
    holds: 'When you or your school joined it, and are asked what came of it there.',
    of: 'Themes and projects',
  },
]

/** Whoever is invited hears of it, unless they have answered meanwhile. */
const tellGuest = lettersAfter({
  name: 'letters of invitations to projects',
  letter: 'projects',
  follows: ['asked to a project'],
  async write({ db, baseUrl }, { aboutId, details: { member } }) {
    const row = await db
      .selectFrom('projectMembers')
      .innerJoin('people', 'people.id', 'projectMembers.personId')
      .select('people.email')
      .where('projectMembers.id', '=', member)
      .where('projectMembers.joinedAt', 'is', null)
      .where('projectMembers.leftAt', 'is', null)
      .executeTakeFirst()
    const project = await projectWithId(db, aboutId)
    if (!row || !project || project.endedAt) return []
    const text = `You are invited to the project “${project.title}”, from ${day(project.startsOn)} until ${day(project.endsOn)}.\n\n${project.whatFor}\n\nRead about it, and say whether you come in:\n${baseUrl}${addressOf(project)}\n`
    const date = project.startsOn >= today() ? { date: dateOfBeginning(project, true) } : {}
    return [{ to: row.email, subject: `An invitation to the project “${project.title}”`, text, ...date }]
  },
})

/** Those who joined, and the heads of schools that did, are asked what came of it there. */
const askWhatCameOfIt = lettersAfter({
  name: 'letters of projects that ended',
  letter: 'projects-ended',
  follows: ['project ended'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const project = await projectWithId(db, aboutId)
    if (!project?.endedAt) return []
    const text = `The project “${project.title}” has ended.\n\n${project.cameOfIt}\n\nWhat came of it in your school? One or two sentences are enough:\n${baseUrl}${addressOf(project)}#came-of-it\n`
    const people = await addressesOf(db, project, personId)
    return people.map(to => ({ to, subject: `What came of “${project.title}” in your school?`, text }))
  },
})

function projectWithId(db: Db, id: string | null): Promise<Project | undefined> {
  return db.selectFrom('projects').selectAll().where('id', '=', id).executeTakeFirst()
}

async function addressesOf(db: Db, project: Project, butFor: string | null): Promise<string[]> {
  const members = db.selectFrom('projectMembers').where('projectId', '=', project.id).where('leftAt', 'is', null)
  const colleagues = await members
    .innerJoin('people', 'people.id', 'projectMembers.personId')
    .select(['people.id', 'people.email'])
    .where('projectMembers.as', '=', 'colleague')
    .where('people.disabledAt', 'is', null)
    .execute()
  const heads = await members
    .innerJoin('networkRoles', 'networkRoles.schoolId', 'projectMembers.schoolId')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id', 'people.email'])
    .where('projectMembers.as', '=', 'school')
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  const others = [...colleagues, ...heads].filter(one => one.id !== butFor)
  return [...new Set(others.map(one => one.email))]
}

export const projectFollowers = [tellGuest, askWhatCameOfIt]
