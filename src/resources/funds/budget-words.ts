import type { z } from 'zod'
import type { Db } from '../../database.js'
import { addMistake, type FormState } from '../../web/read.js'
import { budgetsOf } from '../tables.js'
import { type BudgetWords, groupsAndThemes } from './budgets.js'
import type { BudgetForm } from './fund-forms.js'

/** What was typed of a budget: whose it is, by what was chosen; what does not fit is said in the form. */
export async function budgetWordsOf(
  db: Db,
  networkId: string,
  given: z.output<typeof BudgetForm>,
  form: FormState,
): Promise<BudgetWords | undefined> {
  const [kind = '', id = ''] = given.of.split(':')
  const ofKind = budgetsOf.find(one => one === kind)
  const { groups, themes } = await groupsAndThemes(db, networkId)
  const of = kind === 'group' ? groups.find(one => one.id === id) : themes.find(one => one.id === id)
  const fromList = kind === 'group' || kind === 'theme'
  if (!ofKind || (fromList && !of)) addMistake(form, 'of', 'Choose what the money is for')
  if (!fromList && !given.name) addMistake(form, 'name', 'Give it a name')
  const holder = given.holder === '' ? null : await colleague(db, networkId, given.holder)
  if (holder === undefined) addMistake(form, 'holder', 'Choose somebody from the list')
  if (!ofKind || holder === undefined || form.summary.length > 0) return undefined
  return {
    ofKind,
    ofId: of?.id ?? null,
    name: of?.name ?? given.name,
    pence: given.sum,
    about: given.about,
    overBecause: given.overBecause,
    holderId: holder,
  }
}

async function colleague(db: Db, networkId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('networkRoles')
    .select('personId')
    .where('networkId', '=', networkId)
    .where('personId', '=', id)
    .where('role', 'in', ['network leader', 'co-leader', 'headteacher', 'staff'])
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row?.personId
}
