import { today } from '../../web/now.js'
import { day } from '../../words/words.js'
import { kindNamed } from '../kinds.js'
import type { PostLine } from '../pages.js'
import type { PostInList } from './list.js'

/** A post as a line, with the little that says whether it is worth opening. */
export function lineOf(post: PostInList, address: string): PostLine {
  const { label, mark } = kindNamed(post.kind)
  return {
    href: `${address}/${post.id}`,
    kind: post.kind,
    label,
    mark,
    sentence: post.sentence,
    by: post.by,
    school: post.school,
    at: post.postedAt,
    date: post.onDay ? dateInWords(post) : '',
    isOver: post.onDay !== null && post.onDay < today(),
    isOpen: post.openSince !== null,
    isMet: post.metAt !== null,
    hasMore: post.more !== '' || post.link !== '' || post.evidenceId !== null || post.workId !== null,
    takenUp: post.takenUp,
    answers: post.answers,
  }
}

function dateInWords(post: PostInList): string {
  if (post.dateCancelledAt) return `${day(post.onDay)}, called off`
  if (post.places === null || post.onDay! < today()) return day(post.onDay)
  const left = Math.max(0, post.places - post.coming)
  return `${day(post.onDay)}, ${left === 0 ? 'full' : `${left} of ${post.places} places left`}`
}
