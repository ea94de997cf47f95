import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { folded } from '../../words/folded.js'
import { aboutPost } from '../as-fact.js'
import { giveFreePlaces } from '../joining/joining.js'
import { offers } from '../kinds.js'
import type { ForumPost } from '../tables.js'
import type { PostWords } from './form.js'

/** After how many days it is asked what became of something, once each time. */
export const daysUntilAsked = 28

type Given = Omit<PostWords, 'evidence' | 'work' | 'next' | 'school'> &
  Pick<ForumPost, 'evidenceId' | 'workKind' | 'workId'>

/** @param schoolId the school from which it is posted; null for those who work for the network alone */
export async function addPost(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  given: Given,
  schoolId: string | null,
): Promise<string> {
  const at = now()
  const id = newId()
  const isRequest = given.kind === 'help'

  await trx
    .insertInto('forumPosts')
    .values({
      id,
      networkId: network.id,
      ...wordsOf(given),
      schoolId,
      postedAt: at,
      postedBy: person.id,
      changedAt: null,
      dateChangedAt: null,
      dateCancelledAt: null,
      asksWelcomeAt: asksWelcome(given) ? at : null,
      mayTellAt: given.mayTell ? at : null,
      openSince: isRequest ? at : null,
      askedAgainAfter: isRequest ? await inDaysOfSchool(trx, network.id, daysUntilAsked) : null,
      metAt: null,
      metByAnswer: null,
      metSaidBy: null,
      takenDownAt: null,
      takenDownBy: null,
      foldedAwayAt: null,
      foldedAwayBy: null,
      goneAt: null,
      talkedAt: null,
    })
    .execute()
  await record(trx, { kind: 'forum post made', by: person, ...aboutPost({ id, networkId: network.id }) })

  return id
}

/** Its author words it anew. Those who said that they come are told when the day or the place is another. */
export async function changePost(trx: Trx, post: ForumPost, person: Person, given: Given): Promise<void> {
  const at = now()
  const moved = (['onDay', 'starts', 'ends', 'place'] as const).some(one => given[one] !== post[one])
  const becomesRequest = given.kind === 'help' && post.kind !== 'help'

  await trx
    .updateTable('forumPosts')
    .set({
      ...wordsOf(given),
      changedAt: at,
      asksWelcomeAt: asksWelcome(given) ? (post.asksWelcomeAt ?? at) : null,
      mayTellAt: given.mayTell ? (post.mayTellAt ?? at) : null,
      ...(given.kind !== 'help' ? { openSince: null, askedAgainAfter: null, metAt: null, metByAnswer: null } : {}),
      ...(becomesRequest
        ? { openSince: at, askedAgainAfter: await inDaysOfSchool(trx, post.networkId, daysUntilAsked) }
        : {}),
      ...(moved ? { dateSequence: post.dateSequence + 1, dateChangedAt: at, dateCancelledAt: null } : {}),
    })
    .where('id', '=', post.id)
    .execute()
  await record(trx, { kind: 'forum post changed', by: person, ...aboutPost(post) })
  if (moved && post.onDay !== null) await record(trx, { kind: 'forum date moved', by: person, ...aboutPost(post) })
  await giveFreePlaces(trx, { ...post, ...wordsOf(given) })
}

function wordsOf({ asksWelcome: _, mayTell: __, ...words }: Given) {
  return { ...words, folded: folded(`${words.sentence} ${words.more} ${words.forWhom} ${words.place}`) }
}

function asksWelcome({ kind, asksWelcome: isTicked }: Given): boolean {
  return isTicked && offers.includes(kind)
}
