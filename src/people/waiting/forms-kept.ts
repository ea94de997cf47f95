import type { Db } from '../../database.js'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Person } from '../person.js'
import { dayAgo, firstNotSent, keptFormsOf } from '../kept-forms/kept-forms.js'
import { day, time } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/** Words that somebody sent after they had been signed out: kept for them, to be sent after all. */
export const formsKept = waits({
  asks: inTheSameWords(
    ({ person }: { db: Db; person: Person }) => ({ me: person.id, since: dayAgo() }),
    (db, { me, since }) => keptFormsOf(db, me, since),
  ),
  async says(rows, { db }) {
    const form = await firstNotSent(db, rows)
    if (!form) return []
    return [
      { text: keptInWords(form.keptAt), href: `/kept-forms/${form.id}`, action: 'See your words', networkId: null },
    ]
  },
})

export function keptInWords(keptAt: string): string {
  return `What you typed on ${day(keptAt)} at ${time(keptAt)} is kept. It was not sent, because you had been signed out.`
}
