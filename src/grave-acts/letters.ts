import type { Db } from '../database.js'
import type { Follower } from '../facts/followers.js'
import type { Letter } from '../mail/mail.js'
import { lettersAfter } from '../mail/following.js'
import { dayAndTime } from '../words/words.js'
import './facts.js'
import { named } from './finding.js'
import { graveKind, type GraveKind, type GraveWords, type NamedAct, pageOf } from './kinds.js'
import { everybodyTold, whoHears } from './telling.js'

type Turn = 'grave act asked' | 'grave act agreed' | 'grave act stopped'

/** What is grave is told at once, whatever letters somebody wants: whom it touches at every turn, others when it is theirs to know. */
export const tellOfGraveActs = (kinds: GraveKind[]): Follower =>
  lettersAfter({
    name: 'letters of grave acts',
    follows: ['grave act asked', 'grave act agreed', 'grave act stopped'],
    async write({ db, baseUrl }, { kind: turn, personId, details }) {
      const act = await named(db).where('graveActs.id', '=', details.act).executeTakeFirst()
      if (!act) return []
      const kind = graveKind(kinds, act.kind)
      const touched = await kind.whomItTouches(db, act)
      const ids = (await whoReads(db, kind, act, turn)).filter(id => id !== personId || touched.includes(id))
      const letters = await Promise.all(
        (await addressesOf(db, ids)).map(async ({ id, email }) => {
          const words = await kind.words(db, act, id)
          return words ? [letter(email, turn, act, words, `${baseUrl}${pageOf(kind, act)}`)] : []
        }),
      )
      return letters.flat()
    },
  })

async function whoReads(db: Db, kind: GraveKind, act: NamedAct, turn: Turn): Promise<string[]> {
  if (turn === 'grave act stopped')
    return [...(await everybodyTold(db, act.id)).filter(id => id !== act.askedBy), act.askedBy]
  const hear = await whoHears(db, kind, act)
  return turn === 'grave act agreed' ? [...hear, act.askedBy] : hear
}

/** In the order in which they are named. */
async function addressesOf(db: Db, ids: string[]): Promise<{ id: string; email: string }[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('id', 'in', [...ids, ''])
    .where('disabledAt', 'is', null)
    .execute()
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

function letter(to: string, turn: Turn, act: NamedAct, words: GraveWords, page: string): Letter {
  if (turn === 'grave act stopped')
    return {
      to,
      subject: `Stopped: ${words.stays}`,
      text: paragraphs('Hello,', `${act.stopper ?? 'Somebody'} has stopped what was asked for. ${words.stays}.`),
    }
  const forThem = words.forThem === '' ? [] : [words.forThem]
  if (act.notBefore !== null)
    return {
      to,
      subject: words.comes,
      text: paragraphs(
        'Hello,',
        `${words.asked} ${act.agreer ? `${act.agreer} has agreed.` : 'It does not take a second person.'}`,
        `${words.comes} from ${dayAndTime(act.notBefore)} on, unless it is stopped. To read it, or to stop it, open:`,
        page,
        ...forThem,
      ),
    }
  return {
    to,
    subject: words.asked.replace(/\.$/, ''),
    text: paragraphs(
      'Hello,',
      `${words.asked} It was asked for by ${act.asker}. Nothing happens unless a second person agrees, and then it waits. To read it and answer, open:`,
      page,
      ...forThem,
    ),
  }
}

function paragraphs(...texts: string[]): string {
  return `${texts.join('\n\n')}\n`
}
