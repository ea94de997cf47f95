import type { Db } from '../../database.js'
import { waitingFormOf } from '../kept-forms/kept-forms.js'

/** Words that wait for somebody come before the front page; a form that was kept for somebody else is not theirs. */
export async function wayOn(db: Db, personId: string, next: string): Promise<string> {
  if (next !== '/' && !next.startsWith('/kept-forms/')) return next
  const waiting = await waitingFormOf(db, personId)
  return waiting ? `/kept-forms/${waiting.id}` : '/'
}
