import { join } from 'node:path'
import type { Follower } from '../facts/followers.js'
import type { FactBook } from '../facts/kinds.js'
import { forgetPdfs } from './draw.js'

/** Whatever is withdrawn, erased or narrowed is in no drawn PDF any more: all of them are drawn anew when asked for. */
export function forgetDrawings(book: FactBook): Follower {
  return {
    name: 'forget drawings',
    isPrompt: true,
    follows: kind => book[kind]?.forgetsDrawings === true,
    run: ({ cache }) => forgetPdfs(join(cache, 'pdf')),
  }
}
