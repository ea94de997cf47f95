import { activityInView } from '../activities/activity-page.js'
import { activitiesOf } from '../activities/activities.js'
import { championsOf } from '../champions/champions.js'
import type { Db } from '../../database.js'
import { ledBefore } from '../handing-over/handing-over.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { termOn } from '../../networks/terms/terms.js'
import { type BesidePart, partsBeside } from '../../networks/year.js'
import { sentNotesOf, themeTermOf } from '../notes/theme-terms.js'
import { objectivesOf } from '../objectives/objectives.js'
import type { ThemePage } from '../pages.js'
import { mayArrangeThemes, mayKeepOwnNotes } from '../permissions.js'
import { daysInWords, plansOf, schoolYearInWords } from '../planning/plans.js'
import { sessionsOf } from '../sessions/sessions.js'
import { groupsOfTheme } from '../theme-groups.js'
import { coLeadersOf, formerNamesOf, type FoundTheme } from '../themes.js'

const activitiesShown = 6
const sessionsShown = 3

/** A theme as a place. @param beside what later rooms show on its page */
export async function themePage(
  db: Db,
  beside: BesidePart[],
  { person, network, theme, head, address, may }: FoundTheme,
): Promise<ThemePage> {
  const activities = await activitiesOf(db, theme.id)
  const champions = await championsOf(db, theme.id)
  const term = (await termOn(db, network.id)) ?? null
  const notes = await sentNotesOf(db, { networkId: network.id, themeId: theme.id })
  const [ahead, past] = [
    await sessionsOf(db, theme.id, 'ahead', { limit: sessionsShown, offset: 0 }),
    await sessionsOf(db, theme.id, 'past', { limit: sessionsShown, offset: 0 }),
  ]
  const said = champions.filter(one => one.saidYesAt)
  const covered = new Set(said.map(one => one.schoolId))
  return {
    title: theme.name,
    head,
    theme,
    address,
    formerNames: await formerNamesOf(db, [theme.id]),
    coLeaders: await coLeadersOf(db, theme.id),
    before: await ledBefore(db, theme.id),
    objectives: await objectivesOf(db, theme.id),
    groups: await groupsOfTheme(db, person, theme),
    activities: activities.slice(0, activitiesShown).map(activityInView),
    moreActivities: Math.max(0, activities.length - activitiesShown),
    ahead: ahead.rows,
    past: past.rows,
    moreSessions: ahead.total + past.total > ahead.rows.length + past.rows.length,
    champions: said,
    asked: may.lead ? champions.filter(one => !one.saidYesAt) : [],
    myChampion: champions.find(one => one.personId === person.id) ?? null,
    without: (await schoolsOf(db, network.id)).filter(one => !covered.has(one.id)).map(one => one.name),
    plans: (await plansOf(db, theme.id)).slice(0, 3).map(plan => ({
      ...plan,
      year: schoolYearInWords(plan.schoolYear),
      days: plan.researcherHalfDays === null ? null : daysInWords(plan.researcherHalfDays),
    })),
    term,
    noteSent: term !== null && (await themeTermOf(db, theme.id, term.id)).noteSentAt !== null,
    notes: notes.length,
    beside: await partsBeside(beside, 'theme', db, person, theme.id),
    may: {
      ...may,
      handOver: mayArrangeThemes(person, network.id) && theme.closedAt === null,
      coLead: mayKeepOwnNotes(person, theme),
    },
  }
}
