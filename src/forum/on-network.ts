import type { NetworkPart } from '../networks/network-parts.js'
import { newestPosts } from './listing/list.js'
import { lineOf } from './listing/lines.js'
import { mayTakePart } from './permissions.js'

/** The three newest posts on the network's page; nothing where the forum is not used. */
export const forumOnNetwork: NetworkPart = {
  place: 'news',
  view: 'forum/_on-network',
  async load(db, person, network) {
    if (!mayTakePart(person, network)) return undefined
    const posts = await newestPosts(db, network, 3)
    const address = `/networks/${network.id}/forum`
    return posts.length === 0 ? undefined : { posts: posts.map(post => lineOf(post, address)), address }
  },
}
