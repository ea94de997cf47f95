import type { Db } from '../../database.js'
import type { Citations } from '../../documents/citations.js'
import { markdownHtml } from '../../documents/to-html.js'
import type { Person } from '../../people/person.js'
import type { FormState } from '../../web/read.js'
import { render } from '../../web/showing/views.js'
import { commentsAbout, mayRemoveComment } from './comments.js'
import type { Enquiry } from '../enquiry.js'
import { markMentionsSeen } from './mentions.js'
import { maySettle } from './settling.js'
import { isAskedToChallenge, mayAnswerChallenges, mayComment } from '../permissions.js'

/** What shared/_thread is given. */
export interface Thread {
  comments: {
    id: string
    kind: string
    by: string
    at: string
    html: string
    answer?: { by: string; at: string; html: string }
    answerAddress?: string
    /** Folded away. */
    settled?: boolean
    /** Where it is settled or opened again, for those who may. */
    settling?: { address: string; button: string }
  }[]
  may: { comment: boolean }
  /** The reader is here to challenge: a way to the form stands at the top, and a challenge is chosen in it. */
  toChallenge: boolean
  address: string
  /** Where a script asks whom the words may name. */
  mentions?: string
  form?: FormState
}

/** The works that some texts of a group cite, from the room that knows them (src/knowledge/citing/citing.ts). */
export type Cites = (db: Db, enquiry: Enquiry, texts: string[]) => Promise<Citations | undefined>

/**
 * The thread beside a thing that this person may read, ready for `include('shared/_thread', thread)`.
 * @param thing what it is about
 * @param page the page that the thread stands on: answers and removals lead back to it
 * @param address where `kind` and `words` are posted; the owning room answers with takeComment
 * @param cites names the works that comments cite by key; left out where no room knows any
 */
export async function threadAbout(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  thing: { aboutKind: string; aboutId: string },
  { page, address, form, cites }: { page: string; address: string; form?: FormState; cites?: Cites },
): Promise<Thread> {
  const back = `?back=${encodeURIComponent(page)}`
  const { comments, mentions } = await commentsAbout(db, enquiry, thing.aboutKind, thing.aboutId)
  await markMentionsSeen(db, person, mentions)
  const said = comments.flatMap(comment => [comment.body, comment.answer ?? ''])
  const citations = await cites?.(db, enquiry, said)
  return {
    comments: comments.map(comment => ({
      id: comment.id,
      kind: comment.kind,
      by: comment.by,
      at: comment.madeAt,
      html: render('enquiries/_comment-words', {
        html: markdownHtml(comment.body, citations),
        carried: comment.carriedFrom !== null,
        removal: mayRemoveComment(person, comment) ? `/comments/${comment.id}/removal${back}` : null,
      }),
      ...(comment.answer
        ? {
            answer: {
              by: comment.answeredByName ?? '',
              at: comment.answeredAt ?? '',
              html: markdownHtml(comment.answer, citations),
            },
          }
        : {}),
      settled: comment.settledAt !== null,
      ...(maySettle(person, enquiry, comment) ? { settling: settlingOf(comment, back) } : {}),
      ...(comment.kind === 'challenge' && !comment.answer && mayAnswerChallenges(enquiry)
        ? { answerAddress: `/comments/${comment.id}/answer${back}` }
        : {}),
    })),
    may: { comment: mayComment(enquiry) },
    toChallenge: mayComment(enquiry) && isAskedToChallenge(enquiry),
    address,
    mentions: `/comments/people?${new URLSearchParams({ group: enquiry.groupId, kind: thing.aboutKind, about: thing.aboutId }).toString()}`,
    ...(form ? { form } : {}),
  }
}

function settlingOf({ id, settledAt }: { id: string; settledAt: string | null }, back: string) {
  return settledAt === null
    ? { address: `/comments/${id}/settling${back}`, button: 'Mark as settled' }
    : { address: `/comments/${id}/reopening${back}`, button: 'Open it again' }
}
