import { activityState } from '../activities/activities.js'
import type { ThemeInList } from '../describing/theme-list.js'
import type { SessionInView } from '../sessions/sessions.js'
import type { ThemeActivity } from '../tables.js'
import { clockOf } from '../../web/now.js'
import { type Column, day, number, text } from '../../web/columns.js'

export const themeColumns: Column<ThemeInList>[] = [
  text('Theme', 32, one => one.name),
  text('What belongs to it', 40, one => one.about),
  text('Focus', 48, one => one.focus),
  text('Led by', 32, one => one.leaders.join(', ')),
  number('Open groups', 12, one => one.groups),
  text('Called before', 28, one => one.formerNames.join(', ')),
  day('Closed', one => one.closedAt),
  text('Why', 40, one => one.closedBecause),
]

/** An activity with the name of its theme. */
export type ActivityLine = ThemeActivity & { theme: string }

export function activityLine(theme: { name: string }, one: ThemeActivity): ActivityLine {
  return { ...one, theme: theme.name }
}

export const activityColumns: Column<ActivityLine>[] = [
  text('Theme', 28, one => one.theme),
  text('Activity', 48, one => one.activity),
  text('For whom', 28, one => one.forWhom),
  day('Day', one => one.onDay),
  text('How far', 14, one => activityState(one)),
  text('What came of it', 48, one => one.cameOfIt),
]

export const sessionColumns: Column<SessionInView & { theme: string }>[] = [
  text('Theme', 28, one => one.theme),
  text('Session', 40, one => one.title),
  text('Kind', 18, one => one.kind),
  day('Day', one => one.startsAt),
  text('From', 8, one => clockOf(one.startsAt)),
  text('To', 8, one => clockOf(one.endsAt)),
  text('School', 28, one => one.school),
  text('Place', 28, one => one.place),
  text('Led by', 28, one => one.ledBy),
  number('Said they come', 14, one => one.coming),
  number('Came', 10, one => (one.toldAt ? one.came + one.othersCame : null)),
  text('Cancelled because', 32, one => one.cancelledBecause),
  text('What came of it', 48, one => one.cameOfIt),
]
