import type { Mail } from './mail.js'

/** How people hear of something, as pages and notices say it: no letter is promised where none leaves. */
export interface Heard {
  /** A sentence. @param who “everybody who is asked” @param waits whether it stands on their Your day until they have seen to it */
  tells(who: string, waits?: 'it waits on Your day'): string
  /** A sentence to whoever asked something. */
  answer(): string
  /** Behind “it stands”, of what is no letter of its own. */
  weekly(): string
}

export function heardBy(mail: Pick<Mail, 'leaves'>): Heard {
  return {
    tells(who, waits) {
      if (mail.leaves) return `A letter tells ${who}.`
      return waits ? `Your day tells ${who}.` : `No letters leave this workbench, so tell ${who} yourself.`
    },
    answer: () => (mail.leaves ? 'You get a letter with the answer.' : 'You read the answer here.'),
    weekly: () => (mail.leaves ? 'in the weekly letter' : 'here'),
  }
}
