import { readers } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Searchable } from '../search/searchables.js'
import { forumsToRead } from './inviting/readers.js'
import { kindNamed } from './kinds.js'
import { mayReadForum } from './permissions.js'
import type { ForumPost } from './tables.js'

/** Posts of the forum, for those who work in the network and for its guests, as long as they are invited. */
export const forumSearch: Searchable = {
  kind: 'forum-post',
  one: 'forum post',
  many: 'forum posts',
  version: 2,
  alsoCalled: [{ names: ['forum', 'post', 'posts'], kinds: ['forum-post'] }],
  renewals: [
    after(
      [
        'forum post made',
        'forum post changed',
        'forum post taken down',
        'forum post folded away',
        'forum post opened again',
      ],
      itself,
    ),
  ],
  ids: idsIn('forumPosts'),
  async entries(db, ids) {
    const posts = await db.selectFrom('forumPosts').selectAll().where('id', 'in', ids).execute()
    return posts
      .filter(post => post.goneAt === null)
      .map(post => ({
        record: post.id,
        title: post.sentence,
        words: wordsOf(post),
        day: post.postedAt,
        readers: [readers.around(post.networkId)],
        about: { by: post.postedBy, schools: post.schoolId ? [post.schoolId] : [] },
      }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const invited = (await forumsToRead(db, person)).map(network => network.id)
    const posts = await db
      .selectFrom('forumPosts')
      .leftJoin('schools', 'schools.id', 'forumPosts.schoolId')
      .selectAll('forumPosts')
      .select('schools.name as school')
      .where('forumPosts.id', 'in', ids)
      .where('forumPosts.goneAt', 'is', null)
      .execute()
    return posts
      .filter(post => mayReadForum(person, { id: post.networkId }, invited.includes(post.networkId)))
      .map(post => ({
        record: post.id,
        thing: `forum post ${post.id}`,
        label: '',
        kind: `forum, ${kindNamed(post.kind).many.toLowerCase()}`,
        title: post.sentence,
        words: wordsOf(post),
        href: `/networks/${post.networkId}/forum/${post.id}`,
        day: post.postedAt,
        schools: post.schoolId && post.school ? [{ id: post.schoolId, name: post.school }] : [],
        group: null,
        by: post.postedBy,
      }))
  },
}

function wordsOf({ more, forWhom, place }: ForumPost): string {
  return plainWords([more, forWhom, place].filter(Boolean).join('\n\n'))
}
