import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { standingReaders } from '../../reach/readers.js'
import { idsIn } from '../../search/ids.js'
import { plainWords } from '../../search/plain.js'
import { after, itself } from '../../search/renewals.js'
import type { Found, Searchable } from '../../search/searchables.js'
import type { Threads } from '../comments/threads.js'

/** Comments and challenges, for whoever may read what they are about. @param threads of every room */
export function commentSearch(threads: Threads): Searchable {
  return {
    kind: 'comment',
    one: 'comment',
    many: 'comments',
    version: 1,
    renewals: [
      after(['commented on', 'challenged', 'challenge answered', 'words taken back'], itself),
      after(['cycle begun'], ({ groupId }, db) => carriedIn(db, groupId)),
    ],
    ids: idsIn('comments'),
    async entries(db, ids) {
      const comments = await commentsBy(db, ids)
      return comments.map(comment => ({
        record: comment.id,
        title: '',
        words: wordsOfComment(comment),
        day: comment.madeAt,
        readers: standingReaders(comment),
        about: { kinds: [comment.kind], group: comment.groupId, by: comment.madeBy, stage: stageOf(comment) },
      }))
    },
    async find(db, person, ids) {
      if (!person) return []
      const comments = await commentsBy(db, ids)
      const found: Found[] = []
      for (const [aboutKind, readable] of Object.entries(threads)) {
        const ofKind = comments.filter(comment => comment.aboutKind === aboutKind)
        if (ofKind.length === 0) continue
        const things = await readable(db, person, [...new Set(ofKind.map(comment => comment.aboutId))])
        for (const comment of ofKind) {
          const thing = things.get(comment.aboutId)
          if (!thing) continue
          found.push({
            record: comment.id,
            thing: `comment ${comment.id}`,
            label: '',
            kind: comment.kind,
            title: '',
            heading: `${comment.kind === 'challenge' ? 'Challenge' : 'Comment'} by ${comment.by} on ${thing.name}`,
            words: wordsOfComment(comment),
            href: `${thing.page}#comment-${comment.id}`,
            day: comment.madeAt,
            schools: [],
            group: { id: comment.groupId, name: comment.groupName },
            by: comment.madeBy,
            kinds: [comment.kind],
            stage: stageOf(comment),
          })
        }
      }
      return found
    },
  }
}

/** Challenges that cycles handed on to the next. */
async function carriedIn(db: Db, groupId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('comments')
    .select('id')
    .where('groupId', '=', groupId)
    .where('carriedFrom', 'is not', null)
    .execute()
  return rows.map(row => row.id)
}

async function commentsBy(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('people', 'people.id', 'comments.madeBy')
    .innerJoin('groups', 'groups.id', 'comments.groupId')
    .selectAll('comments')
    .select(['people.name as by', 'groups.name as groupName', 'groups.networkId'])
    .where('comments.id', 'in', ids)
    .where('comments.removedAt', 'is', null)
    .execute()
  return unread(rows)
}

function wordsOfComment({ body, answer }: { body: string; answer: string | null }): string {
  return plainWords([body, answer ?? ''].filter(Boolean).join('\n\n'))
}

/** A thread about a stage stands there; one about a thing, where things of its kind stand. */
function stageOf({ aboutKind, aboutId }: { aboutKind: string; aboutId: string }): string | null {
  if (aboutKind === 'stage') return aboutId.slice(aboutId.lastIndexOf('.') + 1)
  return { evidence: 'evidence', claim: 'evidence', action: 'action' }[aboutKind] ?? null
}
