import type { Db } from '../../database.js'
import { enquiriesOf } from '../../enquiries/enquiry.js'
import { afterTexts, foundIn, idsOfTexts, textsBy } from '../../enquiries/searching/cycles.js'
import { readers } from '../../reach/readers.js'
import { plainWords } from '../../search/plain.js'
import { after } from '../../search/renewals.js'
import type { Found, Searchable } from '../../search/searchables.js'
import { mayReadShortReport } from '../permissions.js'
import { termsByIds } from '../terms-by-ids.js'
import { shortReportFields, shortReportKind } from './fields.js'

/** What a group tells of its term: its own until it is sent, then its leaders' too. */
export const shortReportSearch: Searchable = {
  kind: 'short-report',
  one: 'group’s term report',
  many: 'groups’ term reports',
  version: 1,
  renewals: [
    afterTexts(shortReportKind),
    after(['short report sent'], ({ groupId, aboutId }, db) => textsOwnedBy(db, `${groupId}~${aboutId}`)),
  ],
  ids: idsOfTexts(shortReportKind),
  async entries(db, ids) {
    return (await shortReportsBy(db, ids)).map(text => ({
      record: text.id,
      title: '',
      words: plainWords(text.body),
      day: text.savedAt,
      readers: [
        readers.member(text.groupId),
        ...(text.isSent ? [readers.leader(text.networkId), readers.coLeader(text.groupId)] : []),
      ],
      about: { group: text.groupId, by: text.savedBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const texts = await shortReportsBy(db, ids)
    const enquiries = await enquiriesOf(db, person, [...new Set(texts.map(text => text.groupId))])
    return texts.flatMap((text): Found[] => {
      const enquiry = enquiries.find(one => one.groupId === text.groupId)
      const field = shortReportFields.find(one => one.field === text.field)
      if (!enquiry || !field || !mayReadShortReport(enquiry, text.isSent)) return []
      return [
        {
          ...foundIn(enquiry),
          record: text.id,
          thing: `short report ${text.owner}`,
          kind: 'group’s term report',
          title: '',
          heading: `${text.term}: ${field.label}`,
          words: plainWords(text.body),
          href: `/groups/${text.groupId}/reports/${text.slug}#f-${text.field}`,
          day: text.savedAt,
          by: text.savedBy,
        },
      ]
    })
  },
}

/** The texts of a group's short reports, by their ids. */
export function shortReportsOfGroup(db: Db, groupId: string): Promise<string[]> {
  return textsOwnedBy(db, `${groupId}~%`)
}

async function textsOwnedBy(db: Db, owner: string): Promise<string[]> {
  const rows = await db
    .selectFrom('texts')
    .select('id')
    .where('kind', '=', shortReportKind)
    .where('owner', 'like', owner)
    .execute()
  return rows.map(row => row.id)
}

async function shortReportsBy(db: Db, ids: string[]) {
  const texts = (await textsBy(db, shortReportKind, ids)).map(text => {
    const [groupId = '', termId = ''] = text.owner.split('~')
    return { ...text, groupId, termId }
  })
  const groups = new Map(
    (
      await networksOfGroups(
        db,
        texts.map(text => text.groupId),
      )
    ).map(row => [row.id, row]),
  )
  const terms = new Map(
    (
      await termsByIds(
        db,
        texts.map(text => text.termId),
      )
    ).map(row => [row.id, row]),
  )
  const sent = await db
    .selectFrom('shortReports')
    .select(['groupId', 'termId'])
    .where('sentAt', 'is not', null)
    .where('groupId', 'in', texts.length > 0 ? texts.map(text => text.groupId) : [''])
    .execute()
  return texts.flatMap(text => {
    const [group, term] = [groups.get(text.groupId), terms.get(text.termId)]
    const isSent = sent.some(one => one.groupId === text.groupId && one.termId === text.termId)
    return group && term ? [{ ...text, networkId: group.networkId, term: term.name, slug: term.slug, isSent }] : []
  })
}

async function networksOfGroups(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('groups')
    .select(['id', 'networkId'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
}
