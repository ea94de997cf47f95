import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Person } from '../people/person.js'
import { dayAndTime, listed } from '../words/words.js'
import type { FoundAct } from './finding.js'
import type { GraveKind, GraveWords } from './kinds.js'
import type { GraveActPage } from './pages.js'
import { mayAgreeToGraveAct, mayStopGraveAct } from './permissions.js'
import { isUnread } from './telling.js'
import { waitsInWords } from './words.js'

/** The page of a grave act whose kind has none of its own. @throws NotFound where it has nothing to be done to any more */
export async function graveActPage(db: Db, kind: GraveKind, act: FoundAct, person: Person): Promise<GraveActPage> {
  const words = await kind.words(db, act, person.id)
  if (!words) throw new NotFound()
  const isMe = act.touched.includes(person.id)
  const may = { agree: mayAgreeToGraveAct(person, act, act.agreeing), stop: mayStopGraveAct(person, kind, act) }
  const isWaiting = may.stop && act.notBefore !== null
  const isStopped = act.stoppedAt !== null && act.askedBy === person.id
  return {
    title: words.title,
    act,
    words,
    waits: waitsInWords(kind),
    address: `/grave-acts/${act.id}`,
    who: (act.agreeing.length > 1 ? 'one of ' : '') + listed(act.agreeing.map(one => one.name)),
    isMine: act.askedBy === person.id,
    isMe,
    may: { ...may, haveRead: ((isWaiting && !isMe) || isStopped) && (await isUnread(db, act.id, person.id)) },
    over: overBecause(act, words),
  }
}

function overBecause(act: FoundAct, { stays }: GraveWords): string | null {
  if (act.doneAt) return 'It has been done.'
  if (!act.stoppedAt) return null
  return act.stopper
    ? `It was stopped by ${act.stopper} on ${dayAndTime(act.stoppedAt)}. ${stays}.`
    : 'It came to nothing: there was nothing to do any more.'
}
