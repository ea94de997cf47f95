import type { Dependants } from '../evidence/withdrawing/dependants.js'
import { unread } from '../names/names.js'
import { shortReportKind, shortReportOwner } from './short-reports/fields.js'

/** Terms for which the group's short report speaks of the piece. */
export const dependentShortReports: Dependants = async (trx, piece) => {
  const texts = await trx
    .selectFrom('texts')
    .select(['owner', 'body'])
    .where('kind', '=', shortReportKind)
    .where('owner', 'like', `${shortReportOwner(piece.groupId, '')}%`)
    .execute()
  const spoken = new RegExp(`\\[\\[\\s*E${piece.number}(?:\\s+\\w+)?\\s*\\]\\]`, 'i')
  const ids = [...new Set(texts.filter(text => spoken.test(unread(text.body))).map(text => text.owner.split('~')[1]!))]
  if (ids.length === 0) return []
  const terms = await trx
    .selectFrom('terms')
    .select(['name', 'slug'])
    .where('id', 'in', ids)
    .orderBy('startsOn')
    .execute()
  return terms.map(term => ({
    kind: 'Short report',
    name: term.name,
    now: 'The network’s report cannot be published until the number is taken out.',
    href: `/groups/${piece.groupId}/reports/${term.slug}`,
  }))
}
