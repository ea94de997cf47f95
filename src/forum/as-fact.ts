import type { ForumPost } from './tables.js'

/** A post as facts know it. */
export function aboutPost(post: Pick<ForumPost, 'id' | 'networkId'>) {
  return { networkId: post.networkId, aboutKind: 'forum post', aboutId: post.id }
}
