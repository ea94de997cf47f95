import type { FormState } from '../../web/read.js'
import type { ActivityInView, ActivityPage } from '../pages.js'
import type { ThemeActivity } from '../tables.js'
import type { FoundTheme } from '../themes.js'
import { activityState } from './activities.js'

export function activityInView(one: ThemeActivity): ActivityInView {
  return { ...one, state: activityState(one) }
}

/** @param activity none where it is to be agreed */
export function activityPage(
  { theme, head, address }: FoundTheme,
  activity: ThemeActivity | null,
  form: FormState,
): ActivityPage {
  return {
    title: activity ? 'A learning activity' : 'Agree a learning activity',
    head,
    theme,
    address,
    activity: activity && activityInView(activity),
    form,
  }
}
