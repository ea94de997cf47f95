import type { Db } from '../../database.js'
import type { WaitingKind } from '../../web/waiting.js'
import { dayAndTime } from '../../words/words.js'
import { mayAgreeToGraveAct } from '../permissions.js'
import type { Person } from '../person.js'
import { type GraveActInWords, graveActsFor } from './grave-acts.js'
import { graveKinds } from './kinds.js'

/** Stands on Your day of whomever it touches until it is done or stopped, and of those who may agree until somebody has. */
export const graveActsThatWait: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) =>
  (await graveActsFor(db, person)).flatMap(act => {
    const isMe = act.personId === person.id
    if (!isMe && !mayAgreeToGraveAct(person, act)) return []
    return [
      {
        text: isMe ? aboutYouInWords(act) : askedInWords(act),
        href: `/grave-acts/${act.id}`,
        action: isMe ? 'Read it, or stop it' : 'Read and answer',
        networkId: null,
      },
    ]
  })

export function aboutYouInWords(act: Pick<GraveActInWords, 'asker' | 'kind' | 'takesEffectAt'>): string {
  const when = act.takesEffectAt
    ? `It is done on ${dayAndTime(act.takesEffectAt)} unless somebody stops it.`
    : 'It waits for a second person.'
  return `${act.asker} asks to ${graveKinds[act.kind].inWords('your')}. ${when}`
}

export function askedInWords(act: Pick<GraveActInWords, 'asker' | 'kind' | 'name'>): string {
  return `${act.asker} asks to ${graveKinds[act.kind].inWords(`${act.name}’s`)}. It takes a second person.`
}
