import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { now, today } from '../../web/now.js'
import { ofTheme } from '../describing/describing.js'
import type { ThemePlan } from '../tables.js'

export type PlanWords = Pick<ThemePlan, 'schoolYear' | 'pence' | 'researcherHalfDays' | 'notes'>

/** What a theme plans, the newest school year first. */
export function plansOf(db: Db, themeId: string): Promise<ThemePlan[]> {
  return db.selectFrom('themePlans').selectAll().where('themeId', '=', themeId).orderBy('schoolYear', 'desc').execute()
}

/** The school year that a day falls in, by the year in which it begins: from August on, the new one. */
export function schoolYearOf(day = today()): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= 8 ? year : year - 1
}

/** 2026 → `2026/27` */
export function schoolYearInWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** 3 → `1½` */
export function daysInWords(halfDays: number): string {
  const [whole, half] = [Math.floor(halfDays / 2), halfDays % 2 === 1]
  const days = `${whole > 0 || !half ? whole : ''}${half ? '½' : ''}`
  return `${days} ${halfDays <= 2 && halfDays > 0 ? 'day' : 'days'}`
}

export async function savePlan(trx: Trx, theme: Theme, by: Person, words: PlanWords): Promise<void> {
  const saved = { savedAt: now(), savedBy: by.id }
  const { schoolYear, ...figures } = words
  await trx
    .insertInto('themePlans')
    .values({ themeId: theme.id, schoolYear, ...figures, ...saved })
    .onConflict(same => same.columns(['themeId', 'schoolYear']).doUpdateSet({ ...figures, ...saved }))
    .execute()
  await record(trx, { kind: 'theme plan saved', by, ...ofTheme(theme) })
}
