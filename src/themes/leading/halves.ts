import { answerSaid, adoptionSaid } from '../../recommendations/answers.js'
import { recommendationsIn } from '../../recommendations/recommendations.js'
import type { Db } from '../../database.js'
import { enquiriesOf } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { Term, Theme } from '../../networks/tables.js'
import { isNearEnd } from '../../networks/terms/term-now.js'
import { quoted } from '../../web/waiting.js'
import { now, today } from '../../web/now.js'
import { day, listed, plural } from '../../words/words.js'
import { activitiesOf, activityState } from '../activities/activities.js'
import { championsOf } from '../champions/champions.js'
import { sentNotesOf } from '../notes/theme-terms.js'
import { objectivesOf } from '../objectives/objectives.js'
import { plansOf, schoolYearInWords, schoolYearOf } from '../planning/plans.js'
import { readAcross } from '../reading/claims-across.js'
import { sessionsOf } from '../sessions/sessions.js'
import { coLeadersOf, themeAddress } from '../themes.js'

/** A thing to do next, and where. */
export interface Step {
  text: string
  href: string
  action: string
}

/** What is due next across the network: to frame, to motivate, to budget, to report, to spread. */
export async function networkHalf(db: Db, person: Reader, theme: Theme, term: Term | null): Promise<Step[]> {
  const at = themeAddress(theme)
  const activities = await activitiesOf(db, theme.id)
  const over = activities.filter(one => activityState(one) === 'to be told of')
  const ahead = await sessionsOf(db, theme.id, 'ahead', { limit: 1, offset: 0 })
  const objectives = await objectivesOf(db, theme.id)
  const open = objectives.filter(one => !one.answeredAt)
  const plans = await plansOf(db, theme.id)
  const sent = term ? await sentNotesOf(db, { networkId: theme.networkId, themeId: theme.id, termId: term.id }) : []
  const across = await readAcross(db, person, theme)
  const steps: (Step | false)[] = [
    !theme.focus && {
      text: 'Say in a few sentences what the theme wants to find out and change.',
      href: `${at}/edit`,
      action: 'Write the focus',
    },
    objectives.length === 0 && {
      text: 'Write down two or three objectives, so that you can say later what came of them.',
      href: `${at}/objectives`,
      action: 'Write objectives',
    },
    ...over.map(one => ({
      text: `${quoted(one.activity)} was on ${day(one.onDay)}. What came of it?`,
      href: `${at}/activities/${one.id}`,
      action: 'Say what came of it',
    })),
    activities.length === 0 && {
      text: 'Agree the first learning activity with your groups.',
      href: `${at}/activities/new`,
      action: 'Agree an activity',
    },
    ahead.total === 0 && {
      text: 'No session lies ahead. Twenty minutes after school, led by a teacher, is enough.',
      href: `${at}/sessions/new`,
      action: 'Plan a session',
    },
    !plans.some(one => one.schoolYear === schoolYearOf()) && {
      text: `There is no plan of money and researcher days for ${schoolYearInWords(schoolYearOf())}.`,
      href: `${at}/plan`,
      action: 'Plan the year',
    },
    term !== null &&
      sent.length === 0 && {
        text: isNearEnd(term, today())
          ? `The note for ${term.name} is due by ${day(term.endsOn)}.`
          : `The note for ${term.name} can be begun, a line at a time.`,
        href: `${at}/notes/${term.slug}`,
        action: 'Write the note',
      },
    across.total > 0 && {
      text: `The groups share ${plural(across.total, 'claim', 'claims')} with you. Read them side by side, and sum up what is alike.`,
      href: `${at}/reading`,
      action: 'Read across',
    },
    open.length > 0 &&
      activities.length > 0 && {
        text: `${plural(open.length, 'objective is', 'objectives are')} open. Has one been reached?`,
        href: `${at}/objectives`,
        action: 'Look at the objectives',
      },
    await championsMissing(db, theme),
  ]
  return steps.filter(step => step !== false)
}

async function championsMissing(db: Db, theme: Theme): Promise<Step | false> {
  const asked = new Set((await championsOf(db, theme.id)).map(one => one.schoolId))
  const without = (await schoolsOf(db, theme.networkId)).filter(one => !asked.has(one.id))
  if (without.length === 0) return false
  const named = without.length > 3 ? plural(without.length, 'school', 'schools') : listed(without.map(one => one.name))
  return {
    text: `Nobody is the person to ask at ${named} yet.`,
    href: `${themeAddress(theme)}/champions/new`,
    action: 'Ask a champion',
  }
}

/** The own school of a co-leader: its head, who there is in the theme, and what is due. */
export interface SchoolHalf {
  school: { id: string; name: string }
  heads: string[]
  colleagues: { name: string; groups: { name: string; href: string }[] }[]
  steps: Step[]
}

/** @returns undefined for whoever leads the theme from no school */
export async function schoolHalf(db: Db, person: Reader, theme: Theme): Promise<SchoolHalf | undefined> {
  const leading = (await coLeadersOf(db, theme.id)).find(one => one.id === person.id)
  const id = leading?.schoolId ?? person.schoolsIn(theme.networkId)[0]
  const school = (await schoolsOf(db, theme.networkId)).find(one => one.id === id)
  if (!school) return undefined
  const heads = await headsOf(db, school.id)
  return {
    school: { id: school.id, name: school.name },
    heads,
    colleagues: await colleaguesInTheme(db, person, theme, school.id),
    steps: await stepsInSchool(db, person, theme, school, heads),
  }
}

async function stepsInSchool(
  db: Db,
  person: Reader,
  theme: Theme,
  school: { id: string; name: string },
  heads: string[],
): Promise<Step[]> {
  const at = themeAddress(theme)
  const groups = await db.selectFrom('groups').select('id').where('themeId', '=', theme.id).execute()
  const enquiries = await enquiriesOf(
    db,
    person,
    groups.map(one => one.id),
  )
  const asked = (await recommendationsIn(db, person, theme.networkId, enquiries))
    .map(one => one.recommendation)
    .filter(one => groups.some(group => group.id === one.groupId) && !one.withdrawnAt)
    .flatMap(one =>
      one.responses.filter(response => response.schoolId === school.id).map(response => ({ one, response })),
    )
  const champion = (await championsOf(db, theme.id)).find(one => one.schoolId === school.id && one.saidYesAt)
  const head = heads.length > 0 ? listed(heads) : 'the head'
  const ahead = (await sessionsOf(db, theme.id, 'ahead', { limit: 1, offset: 0 })).rows[0]
  return [
    ...asked.map(({ one, response }) => ({
      text:
        response.answer === null
          ? `${head} has not answered ${quoted(one.recommendation)} yet. Ask whether a word would help.`
          : `${quoted(one.recommendation)}: ${(adoptionSaid(response.adoption) || answerSaid(response.answer)).toLowerCase()}. Whom could you bring along?`,
      href: `/recommendations/${one.id}`,
      action: 'Read it again',
    })),
    ...(champion
      ? []
      : [
          {
            text: `Who at ${school.name} could be the person to ask, so that it does not all hang on you?`,
            href: `${at}/champions/new?school=${school.id}`,
            action: 'Ask a colleague',
          },
        ]),
    ...(ahead && ahead.startsAt > now()
      ? [
          {
            text: `Tell the staff room of “${ahead.title}” on ${day(ahead.startsAt)}.`,
            href: `${at}/sessions/${ahead.id}`,
            action: 'See the session',
          },
        ]
      : []),
  ]
}

async function headsOf(db: Db, schoolId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .where('networkRoles.schoolId', '=', schoolId)
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('people.name')
    .execute()
  return rows.map(row => row.name)
}

/** Who of the school is in a group of the theme: for a co-leader, who sees everybody in their groups. */
async function colleaguesInTheme(db: Db, person: Reader, theme: Theme, schoolId: string) {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['people.id', 'people.name', 'groups.name as group', 'groups.id as groupId'])
    .where('groups.themeId', '=', theme.id)
    .where('groups.closedAt', 'is', null)
    .where('groupPeople.schoolId', '=', schoolId)
    .where('groupPeople.leftAt', 'is', null)
    .where('people.id', '<>', person.id)
    .orderBy('people.name')
    .execute()
  const each = new Map(rows.map(row => [row.id, row.name]))
  return [...each].map(([id, name]) => ({
    name,
    groups: rows.filter(row => row.id === id).map(row => ({ name: row.group, href: `/groups/${row.groupId}` })),
  }))
}
