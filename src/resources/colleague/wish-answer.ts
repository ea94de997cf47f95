import { z } from 'zod'
import type { Db } from '../../database.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { neededText } from '../../web/fields.js'
import { addMistake, formOf, read, type Reading } from '../../web/read.js'
import type { ResourcesOfNetwork } from '../finding.js'
import { days, daysOf, halfDaysOf, totalOf } from '../money.js'
import type { ColleagueWish, OutsideColleague } from '../tables.js'
import { poolOf, sharesOf } from './days.js'

const AnswerForm = z.strictObject({
  agreed: days('Enter how many days the circle agreed; 0 for none', { least: 0, most: 40 }),
  word: neededText('Say in a sentence what the circle agreed, and why', 1000),
})

interface AnswerToWish {
  agreedHalfDays: number
  word: string
  from: { schoolId: string; halfDays: number }[]
}

/** What the circle agreed, and what each school gives from its share: no more than it has, and in all no more than was agreed. */
export async function readAnswerToWish(
  db: Db,
  { network }: ResourcesOfNetwork,
  colleague: OutsideColleague,
  wish: ColleagueWish,
  body: unknown,
): Promise<Reading<AnswerToWish>> {
  const sent = (body ?? {}) as Record<string, unknown>
  const given = Object.entries(sent).filter(([name]) => name.startsWith('from-'))
  const own = Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith('from-')))
  const reading = read(AnswerForm, own)
  const form = formOf(body)
  if (!reading.ok) for (const { field, text } of reading.form.summary) addMistake(form, field, text)

  const schools = (await schoolsOf(db, network.id)).filter(one => one.id !== wish.schoolId)
  const shares = await sharesOf(db, colleague, schools)
  const from: AnswerToWish['from'] = []
  for (const [name, typed] of given) {
    if (typeof typed !== 'string' || typed.trim() === '' || typed.trim() === '0') continue
    const share = shares.find(one => `from-${one.school.id}` === name)
    const halfDays = halfDaysOf(typed)
    if (!share || halfDays === undefined) addMistake(form, name, 'Enter days in halves, such as 0.5 or 2')
    else if (halfDays > Math.max(share.left, 0))
      addMistake(form, name, `${share.school.name} has ${share.left > 0 ? daysOf(share.left) : 'nothing'} left to give`)
    else from.push({ schoolId: share.school.id, halfDays })
  }
  if (reading.ok && form.summary.length === 0) {
    const gave = totalOf(from.map(one => one.halfDays))
    const { agreed } = reading.values
    if (gave > agreed) addMistake(form, 'agreed', `The schools give ${daysOf(gave)}, which is more than was agreed`)
    const pool = await poolOf(db, colleague, true)
    const left = pool.halfDays - (pool.used ?? 0)
    if (agreed > left)
      addMistake(form, 'agreed', `Of what is held in common, ${left > 0 ? daysOf(left) : 'nothing'} is left this year`)
    if (form.summary.length === 0)
      return { ok: true, values: { agreedHalfDays: agreed, word: reading.values.word, from } }
  }
  return { ok: false, form }
}
