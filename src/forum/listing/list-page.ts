import type { Request } from 'express'
import type { Db } from '../../database.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { basePage } from '../base.js'
import type { Forum } from '../finding.js'
import { isPostKind, postKinds } from '../kinds.js'
import type { ForumIndexPage } from '../pages.js'
import { mayInviteReaders } from '../permissions.js'
import { type ForumFilter, openRequests, postsAPage, postsOf } from './list.js'
import { lineOf } from './lines.js'

export function filterIn(req: Request): ForumFilter {
  const kind = queried(req, 'kind')
  return {
    kind: isPostKind(kind) ? kind : '',
    isOpen: kind === 'open',
    school: queried(req, 'school'),
    words: queried(req, 'words'),
  }
}

/** The forum, one page of it; what is still asked for stands quietly above, where nothing else was looked for. */
export async function listPage(db: Db, req: Request, forum: Forum): Promise<ForumIndexPage> {
  const { person, network, address, takesPart } = forum
  const filter = filterIn(req)
  const isFiltered = filter.kind !== '' || filter.isOpen || filter.school !== '' || filter.words !== ''
  const number = pageNumber(req)
  const { rows, total } = await postsOf(db, network, filter, { number, size: postsAPage })
  const schools = await schoolsOf(db, network.id)
  const open = isFiltered || number > 1 ? [] : await openRequests(db, network)
  const lines = rows.map(post => lineOf(post, address))
  return {
    ...basePage(forum, `Forum of ${network.name}`),
    posts: pageOf(req, lines, total, postsAPage),
    open: open.map(post => lineOf(post, address)),
    filter,
    choices: {
      kinds: [
        { value: 'open', text: 'Requests still open' },
        ...postKinds.map(one => ({ value: one.kind, text: one.many })),
      ],
      schools: schools.map(school => ({ value: school.id, text: school.name })),
    },
    kinds: postKinds.map(({ kind, label, mark }) => ({ kind, label, mark })),
    isFiltered,
    may: { post: takesPart, invite: mayInviteReaders(person, network) },
  }
}
