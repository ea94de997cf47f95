import type { Db } from '../../database.js'
import type { GraveAct } from '../../grave-acts/tables.js'
import { isUnread } from '../../grave-acts/telling.js'
import { namesOf } from '../../people/people.js'
import type { FormState } from '../../web/read.js'
import type { Crumb } from '../../web/show.js'
import type { PlaceHead } from '../../web/places.js'
import { dayAndTime } from '../../words/words.js'

/** What ends as a whole: what goes, what stays, who asked, and until when it can be stopped. */
export interface EndingPage {
  title: string
  breadcrumbs?: Crumb[]
  head?: PlaceHead | null
  heading: string
  lede: string
  goes: string[]
  stays: string[]
  first: { text: string; href: string; action: string }[]
  copies: { href: string; text: string }[]
  /** What is taken along by one press. */
  take?: { address: string; text: string } | null
  waiting: { sentence: string; because: string; agree: string | null; stop: string | null; seen: string | null } | null
  ask: {
    address: string
    button: string
    choices: { value: string; text: string; hint?: string }[]
    needsReason: boolean
  } | null
  form: FormState
  back: { href: string; text: string }
}

declare module '../../web/show.js' {
  interface Pages {
    'keeping/ending': EndingPage
  }
}

/** Where it stands, in a sentence. @param second who agrees, as it is said: `a network leader` */
export async function waitingInWords(
  db: Db,
  ending: GraveAct,
  person: { id: string },
  { second, agree, stop }: { second: string; agree: string | null; stop: string | null },
): Promise<NonNullable<EndingPage['waiting']>> {
  const nameOf = await namesOf(db, [ending.askedBy, ...(ending.agreedBy ? [ending.agreedBy] : [])])
  const asked = `${nameOf(ending.askedBy)} asked for this on ${dayAndTime(ending.askedAt)}.`
  const then =
    ending.begunAt !== null
      ? 'It is being erased now.'
      : ending.notBefore === null
        ? `Nothing happens before ${second} agrees.`
        : `${ending.agreedBy === null || ending.agreedBy === ending.askedBy ? '' : `${nameOf(ending.agreedBy)} agreed. `}It is erased from ${dayAndTime(ending.notBefore)} on, and can be stopped until then.`
  return {
    sentence: `${asked} ${then}`,
    because: ending.because,
    agree,
    stop: ending.begunAt === null ? stop : null,
    seen: agree === null && (await isUnread(db, ending.id, person.id)) ? `/grave-acts/${ending.id}/seen` : null,
  }
}
