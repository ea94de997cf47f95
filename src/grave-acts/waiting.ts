import { inTheSameWords } from '../database/in-the-same-words.js'
import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { dayOf, now } from '../web/now.js'
import { type Waiting, type WaitingKind, waits } from '../web/waiting.js'
import { day, dayAndTime } from '../words/words.js'
import { named } from './finding.js'
import { graveKind, type GraveKind, type GraveWords, type NamedAct, pageOf } from './kinds.js'
import { isSecondPerson } from './who-agrees.js'

const most = 20

/**
 * Stands on Your day of whoever was told, until they have read it or it is over; of those who may agree until somebody has; of
 * whomever it touches to the end; and, where somebody else has stopped it, of whoever asked until they have read that.
 */
export const graveActsThatWait = (kinds: GraveKind[]): WaitingKind<{ db: Db; person: Person }> =>
  waits({
    asks: inTheSameWords(
      ({ person }: { db: Db; person: Person }) => ({ me: person.id }),
      (db, { me }) =>
        named(db)
          .innerJoin('graveActsTold as told', 'told.actId', 'graveActs.id')
          .where('told.personId', '=', me)
          .where('told.seenAt', 'is', null)
          .where(eb =>
            eb.or([
              eb('graveActs.stoppedAt', 'is', null),
              // What they stopped themselves they know.
              eb.and([eb('graveActs.askedBy', '=', me), eb('graveActs.stoppedBy', '!=', me)]),
            ]),
          )
          .where('graveActs.doneAt', 'is', null)
          .orderBy('graveActs.askedAt')
          .limit(most),
    ),
    async says(acts, { db, person }) {
      const lines = await Promise.all(acts.map(act => lineOf(db, graveKind(kinds, act.kind), act, person)))
      return lines.flatMap(line => line ?? [])
    },
  })

async function lineOf(db: Db, kind: GraveKind, act: NamedAct, person: Person): Promise<Waiting | undefined> {
  const words = await kind.words(db, act, person.id)
  if (!words) return undefined
  if (act.stoppedAt !== null)
    return {
      text: stoppedInWords(words, { stopper: act.stopper, at: act.stoppedAt }),
      href: `/grave-acts/${act.id}`,
      action: 'Read it',
      ...whereOf(kind, act),
    }
  const line = { href: pageOf(kind, act), ...whereOf(kind, act) }
  if (act.notBefore !== null) {
    if ('byAsker' in kind.carriesOut && act.askedBy === person.id && act.notBefore <= now()) {
      const { action, at } = kind.carriesOut.byAsker
      return { ...line, text: readyInWords(words), href: at(act), action }
    }
    return {
      ...line,
      text: comesInWords(words, act.notBefore),
      action: (await mayStop(db, kind, act, person)) ? 'Read it, or stop it' : 'Read it',
      due: dayOf(act.notBefore),
    }
  }
  if (await isSecondPerson(db, kind, act, person))
    return { ...line, text: askedInWords(words), action: 'Read and answer' }
  const isTouched = (await kind.whomItTouches(db, act)).includes(person.id)
  return isTouched ? { ...line, text: askedOfThemInWords(words), action: 'Read it, or stop it' } : undefined
}

function whereOf(kind: GraveKind, { networkId, ofId }: NamedAct): Pick<Waiting, 'networkId' | 'groupId'> {
  return { networkId, groupId: kind.about === 'group' ? ofId : null }
}

/** Where a kind has a page of its own, those who asked, who could agree, and whom it touches stop it; others are told. */
async function mayStop(db: Db, kind: GraveKind, act: NamedAct, { id }: Person): Promise<boolean> {
  if (!kind.page || act.askedBy === id || (await kind.whomItTouches(db, act)).includes(id)) return true
  return (await kind.whoAgrees(db, act)).includes(id)
}

export function askedInWords({ asked }: Pick<GraveWords, 'asked'>): string {
  return `${asked} It takes a second person.`
}

export function stoppedInWords(
  { stays }: Pick<GraveWords, 'stays'>,
  { stopper, at }: { stopper: string | null; at: string },
): string {
  return `${stopper ?? 'Somebody'} stopped what you asked for on ${dayAndTime(at)}. ${stays}.`
}

export function askedOfThemInWords({ asked }: Pick<GraveWords, 'asked'>): string {
  return `${asked} It waits for a second person.`
}

export function comesInWords({ comes }: Pick<GraveWords, 'comes'>, notBefore: string): string {
  return `${comes} from ${day(notBefore)} on.`
}

export function readyInWords({ asked }: Pick<GraveWords, 'asked'>): string {
  return `${asked} A second person has agreed, and it has waited.`
}
