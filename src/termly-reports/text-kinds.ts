import { findEnquiry } from '../enquiries/enquiry.js'
import { inGroup } from '../enquiries/whose.js'
import { NotFound } from '../errors.js'
import { findNetwork } from '../networks/networks.js'
import type { TextKind } from '../texts/kinds.js'
import { reportKind, shortReportFields, shortReportKind, shortReportOwner } from './short-reports/fields.js'
import { fieldOf, knownPartsWith, partsOfReport } from './arranging/parts.js'
import { mayCompose, mayReadShortReport, mayWriteShortReport, mayWriteTheme } from './permissions.js'
import type { Brought } from '../room.js'

/** What a group tells of its term. The owner is the group and the term. */
export const shortReportTexts: TextKind = {
  kind: shortReportKind,
  ownedBy: {
    table: 'short_reports',
    owner: row => shortReportOwner(row.group_id as string, row.term_id as string),
  },
  whose: (_db, owner) => Promise.resolve(inGroup(owner.split('~')[0])),
  async find(db, person, owner, name) {
    const [groupId = '', termId = ''] = owner.split('~')
    const enquiry = await findEnquiry(db, person, groupId)
    const term = await db
      .selectFrom('terms')
      .selectAll()
      .where('id', '=', termId)
      .where('networkId', '=', enquiry.networkId)
      .executeTakeFirst()
    const field = shortReportFields.find(one => one.field === name)
    if (!term || !field || !mayReadShortReport(enquiry, false)) throw new NotFound('text')
    return {
      mayWrite: mayWriteShortReport(enquiry),
      label: field.label,
      back: `/groups/${groupId}/reports/${term.slug}#f-${field.field}`,
    }
  },
}

/** What network leaders and co-leaders write in the network's report. The owner is the term. */
export const reportWords = ({ inTheYear }: Pick<Brought, 'inTheYear'>): TextKind => ({
  kind: reportKind,
  ownedBy: null,
  async whose(db, owner) {
    const term = await db.selectFrom('terms').select('networkId').where('id', '=', owner).executeTakeFirst()
    return term && { network: term.networkId }
  },
  async find(db, person, owner, name) {
    const term = await db.selectFrom('terms').selectAll().where('id', '=', owner).executeTakeFirst()
    if (!term) throw new NotFound('text')
    const network = await findNetwork(db, person, term.networkId)
    const back = `/networks/${network.id}/reports/${term.slug}`
    const part = (await partsOfReport(db, term, knownPartsWith(inTheYear.reportParts))).find(
      one => fieldOf(one.part) === name,
    )
    if (part && mayCompose(person, network)) return { mayWrite: true, label: part.heading, back: `${back}#f-${name}` }
    const theme = await db
      .selectFrom('themes')
      .selectAll()
      .where('networkId', '=', network.id)
      .where('id', '=', name.replace(/^theme-/, ''))
      .executeTakeFirst()
    if (!theme || name !== `theme-${theme.id}` || !mayWriteTheme(person, network, theme)) throw new NotFound('text')
    return { mayWrite: true, label: theme.name, back: `${back}#f-${name}` }
  },
})
