import type { Db } from '../database.js'
import { themesOf } from '../networks/themes/themes.js'
import { type BesidePart, partsBeside } from '../networks/year.js'
import { schoolsByIds } from '../networks/schools/schools.js'
import { namesOf } from '../people/people.js'
import { today } from '../web/now.js'
import { type FormState, formOf } from '../web/read.js'
import { issuesOf } from './drafting/issues.js'
import { textsOfProject } from './drafting/texts.js'
import { outcomesOf, schoolsThatTookPart } from './ending/outcomes.js'
import type { OpenedProject } from './finding.js'
import { lineOf } from './listing.js'
import { addressOf } from './listing.js'
import type { ProjectPage } from './pages.js'
import {
  isInProject,
  mayBeginText,
  mayJoinAsColleague,
  mayJoinSchool,
  mayLeave,
  mayLookAfter,
  mayNoteSchool,
  mayNoteSteps,
  maySayOutcome,
} from './permissions.js'
import { stepsOf } from './steps/steps.js'
import { homesOf } from './taking-home/homes.js'

interface Forms {
  step?: FormState
}

/** Everything that a project shows on its page, for this person. */
export async function projectPage(
  db: Db,
  there: OpenedProject,
  beside: BesidePart[],
  forms: Forms = {},
): Promise<ProjectPage> {
  const { person, network, head, project, members, address, listAddress } = there
  const name = await namesOf(db, [project.contactId])
  const theme = (await themesOf(db, network.id)).find(one => one.id === project.themeId)
  return {
    title: project.title,
    head,
    address,
    listAddress,
    project,
    line: lineOf(there),
    contact: name(project.contactId),
    theme: theme?.name ?? '',
    own: ownStanding(there),
    joinable: await joinable(db, there),
    members: members
      .filter(one => one.joinedAt && !one.leftAt && mayLeave(person, there, one))
      .map(one => ({ href: `${address}/members/${one.id}/leaving`, who: one.as === 'school' ? one.school! : 'you' })),
    left: members.flatMap(one =>
      one.leftAt && one.joinedAt
        ? [{ who: one.school ?? one.person ?? '', on: one.leftAt, word: one.leavingWord }]
        : [],
    ),
    noted: members.flatMap(one =>
      one.joiningWord && !one.leftAt ? [{ school: one.school ?? '', word: one.joiningWord }] : [],
    ),
    steps: await stepsOf(db, project),
    today: today(),
    texts: await textsShown(db, there),
    outcomes: await outcomesShown(db, there),
    parts: await partsBeside(beside, 'project', db, person, project.id),
    form: forms.step ?? formOf({ onDay: today() }),
    may: {
      lookAfter: mayLookAfter(person, there),
      note: mayNoteSchool(person, there),
      step: mayNoteSteps(person, there),
      text: mayBeginText(person, there),
    },
  }
}

/** How this person stands towards it: an invitation to answer, or none. */
function ownStanding({ person, members, address }: OpenedProject): ProjectPage['own'] {
  const asked = members.find(one => one.as === 'guest' && one.personId === person.id && !one.leftAt && !one.joinedAt)
  return asked ? { answer: `${address}/invitations/${asked.id}/answer` } : null
}

/** As whom this person can join now: for each school that they answer for, and from each that they work in. */
async function joinable(db: Db, there: OpenedProject): Promise<ProjectPage['joinable']> {
  const { person, project } = there
  const mine = person.schoolsIn(project.networkId)
  const schools = await schoolsByIds(db, mine)
  const headed = schools.filter(one => mayJoinSchool(person, there, one.id))
  return {
    schools: headed.map(({ id, name }) => ({ id, name })),
    colleagueFrom: mayJoinAsColleague(person, there) ? schools.map(({ id, name }) => ({ id, name })) : [],
  }
}

/** The texts that are drafted together, as far as this person reads them: agreed ones, and all of them for those in it. */
async function textsShown(db: Db, there: OpenedProject): Promise<ProjectPage['texts']> {
  const { person, project } = there
  const inside = isInProject(person, there)
  const texts = await textsOfProject(db, project)
  const issues = await issuesOf(db, texts)
  const homes = await homesOf(db, texts)
  return texts.flatMap(text => {
    const own = issues.filter(one => one.textId === text.id)
    const agreed = own.find(one => one.agreedOn)
    if (!agreed && !inside) return []
    return [
      {
        href: `${addressOf(project)}/texts/${text.id}`,
        title: text.title,
        about: text.about,
        agreedOn: agreed?.agreedOn ?? '',
        schools: homes.filter(one => one.textId === text.id).map(one => one.name),
      },
    ]
  })
}

async function outcomesShown(db: Db, there: OpenedProject): Promise<ProjectPage['outcomes']> {
  const { person, project, address } = there
  const said = await outcomesOf(db, [project])
  return schoolsThatTookPart(there).map(({ id, name }) => {
    const one = said.find(outcome => outcome.schoolId === id)
    return {
      school: name,
      words: one?.words ?? '',
      by: one?.by ?? '',
      at: one?.saidAt ?? '',
      say: maySayOutcome(person, there, id) ? `${address}/outcomes/${id}` : '',
    }
  })
}
