import type { DemoHouse } from '../demo/demo-house.js'

/** Pages of the theme “Talk and reading”, by their addresses. */
export interface PagesOfThemes {
  theme: string
  objective: string
  activity: string
  champion: string
  session: string
}

export async function pagesOfThemes({ house: { db } }: DemoHouse): Promise<PagesOfThemes> {
  const theme = '/networks/hafren/themes/language'
  const first = async (table: 'themeObjectives' | 'themeActivities' | 'themeSessions') =>
    (
      await db
        .selectFrom(table as 'themeSessions')
        .select('id')
        .where('themeId', '=', 'language')
        .limit(1)
        .executeTakeFirstOrThrow()
    ).id
  const champion = await db
    .selectFrom('themeChampions')
    .select('id')
    .where('personId', '=', 'alys')
    .executeTakeFirstOrThrow()
  return {
    theme,
    objective: `${theme}/objectives/${await first('themeObjectives')}`,
    activity: `${theme}/activities/${await first('themeActivities')}`,
    champion: `${theme}/champions/${champion.id}`,
    session: `${theme}/sessions/${await first('themeSessions')}`,
  }
}
