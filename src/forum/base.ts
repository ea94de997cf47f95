import type { Forum, FoundPost } from './finding.js'
import type { ForumPageBase } from './pages.js'

/** What every page of a forum is given, with its title. */
export function basePage({ head, network, address }: Forum, title: string): ForumPageBase {
  return { title, head, network: network.name, address }
}

/** The same for a page about one post. */
export function pageOfPost(found: FoundPost, title: string) {
  return { ...basePage(found, title), post: found.post, postAddress: found.postAddress }
}
