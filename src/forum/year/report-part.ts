import { paragraph, text } from '../../documents/making-blocks.js'
import type { Block } from '../../documents/document.js'
import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { BroughtReportPart, Span } from '../../networks/year.js'
import { plural } from '../../words/words.js'
import type { PostKind } from '../kinds.js'

/** What was offered in the forum and what came of it: only what its people said may be told, and no school by its name. */
export const forumReportPart: BroughtReportPart = {
  part: 'forum',
  heading: 'From the forum',
  holds:
    'What colleagues offered each other and what came of it, where they said that it may be told. No school is named.',
  behind: 'groups',
  blocks: (db, network, _term, span) => blocksOf(db, network, span),
}

async function blocksOf(db: Db, network: Pick<Network, 'id'>, span: Span): Promise<Block[]> {
  const posts = await toldPosts(db, network, span)
  if (posts.length === 0) return []
  const said = await toldTakeUps(
    db,
    posts.map(post => post.id),
    span,
  )
  const offered = posts.filter(post => post.kind !== 'help')
  const met = posts.filter(post => post.kind === 'help' && post.metAt !== null && post.metAt < span.until)
  return [
    ...(offered.length > 0 ? [paragraph('What colleagues offered each other this term, and what came of it.')] : []),
    ...listOf(
      offered.map(post => [
        `“${post.sentence}”`,
        ...(post.takenUp > 0 ? [`${plural(post.takenUp, 'school', 'schools')} took it up.`] : []),
        ...said.filter(one => one.postId === post.id).map(one => `“${one.said}”`),
      ]),
    ),
    ...(met.length > 0 ? [paragraph('Help that was asked for, and came.')] : []),
    ...listOf(met.map(post => [`“${post.sentence}”`])),
  ]
}

/** Posts of the term that may be told, and older ones of which something was told in the term. */
function toldPosts(db: Db, network: Pick<Network, 'id'>, { from, until }: Span) {
  return db
    .selectFrom('forumPosts')
    .select(['id', 'kind', 'sentence', 'takenUp', 'metAt'])
    .where('networkId', '=', network.id)
    .where('goneAt', 'is', null)
    .where('mayTellAt', 'is not', null)
    .where(eb =>
      eb.or([
        eb.and([eb('postedAt', '>=', from), eb('postedAt', '<', until)]),
        eb.and([eb('metAt', '>=', from), eb('metAt', '<', until)]),
        eb(
          'id',
          'in',
          eb
            .selectFrom('forumTakeUps')
            .select('postId')
            .where('networkId', '=', network.id)
            .where('mayTellAt', 'is not', null)
            .where('cameOfAt', '>=', from)
            .where('cameOfAt', '<', until),
        ),
      ]),
    )
    .orderBy('postedAt')
    .$castTo<{ id: string; kind: PostKind; sentence: string; takenUp: number; metAt: string | null }>()
    .execute()
}

/** What schools say of it, where they said that it may be told. */
async function toldTakeUps(db: Db, postIds: string[], { until }: Span): Promise<{ postId: string; said: string }[]> {
  const rows = await db
    .selectFrom('forumTakeUps')
    .select(['postId', 'words', 'cameOfWords'])
    .where('postId', 'in', postIds)
    .where('how', '<>', 'not for us')
    .where('mayTellAt', 'is not', null)
    .where('takenAt', '<', until)
    .orderBy('takenAt')
    .execute()
  return rows
    .map(({ postId, words, cameOfWords }) => ({ postId, said: cameOfWords || words }))
    .filter(one => one.said !== '')
}

function listOf(items: string[][]): Block[] {
  if (items.length === 0) return []
  return [
    {
      kind: 'list',
      ordered: false,
      tight: true,
      items: items.map(lines => ({ blocks: [{ kind: 'paragraph', inlines: text(lines.join(' ')) }] })),
    },
  ]
}
