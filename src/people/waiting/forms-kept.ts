import type { Db } from '../../database.js'
import type { Person } from '../person.js'
import { waitingFormOf } from '../kept-forms/kept-forms.js'
import { day, time } from '../../words/words.js'
import type { WaitingKind } from '../../web/waiting.js'

/** Words that somebody sent after they had been signed out: kept for them, to be sent after all. */
export const formsKept: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) => {
  const form = await waitingFormOf(db, person.id)
  if (!form) return []
  return [{ text: keptInWords(form.keptAt), href: `/kept-forms/${form.id}`, action: 'See your words', networkId: null }]
}

export function keptInWords(keptAt: string): string {
  return `What you typed on ${day(keptAt)} at ${time(keptAt)} is kept. It was not sent, because you had been signed out.`
}
