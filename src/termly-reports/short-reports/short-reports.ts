import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import { namesOutside } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { putText, type Saved, textsOf, textsOfMany } from '../../texts/texts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { composedShortReport } from './composing.js'
import { type ShortReportField, shortReportFields, shortReportKind, shortReportOwner } from './fields.js'
import type { ShortReport } from '../tables.js'

export type ShortTexts = Record<ShortReportField, Saved>

/** A group's short report for a term: the row once it was sent, and its words, begun from the records until then. */
export interface ShortReportInView {
  row: ShortReport | undefined
  texts: ShortTexts
}

export async function shortReportOf(db: Db, groupId: string, term: Term): Promise<ShortReportInView> {
  const row = await db
    .selectFrom('shortReports')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('termId', '=', term.id)
    .executeTakeFirst()
  const written = await textsOf(db, shortReportKind, shortReportOwner(groupId, term.id))
  const composed = row?.sentAt ? undefined : await composedShortReport(db, groupId, term)
  return { row, texts: filled(written, composed) }
}

/** A text that nobody touched yet shows what the records tell, at version 0. */
function filled(written: Record<string, Saved>, composed?: Record<ShortReportField, string>): ShortTexts {
  const entries = shortReportFields.map(({ field }) => {
    const begun: Saved = { body: composed?.[field] ?? '', version: 0, savedAt: null, savedBy: null }
    return [field, written[field] ?? begun] as const
  })
  return Object.fromEntries(entries) as ShortTexts
}

/**
 * Sends the group's report to the network leader, or sends it again after a change. What nobody touched is kept as it
 * was composed, so that the report stays as it was sent.
 * @param releaseDays days of release time that the group used this term; null when nobody kept count
 */
export async function sendShortReport(
  trx: Trx,
  enquiry: Enquiry,
  term: Term,
  person: Person,
  releaseDays: number | null,
): Promise<void> {
  const { row, texts } = await shortReportOf(trx, enquiry.groupId, term)
  const at = now()

  const owner = shortReportOwner(enquiry.groupId, term.id)
  for (const { field } of shortReportFields) {
    if (texts[field].version === 0)
      await putText(trx, { kind: shortReportKind, owner, field }, texts[field].body, person)
  }
  const sent = { releaseDays, sentAt: at, sentBy: person.id }
  if (row) await trx.updateTable('shortReports').set(sent).where('id', '=', row.id).execute()
  else
    await trx
      .insertInto('shortReports')
      .values({ id: newId(), groupId: enquiry.groupId, termId: term.id, begunAt: at, begunBy: person.id, ...sent })
      .execute()
  const about = {
    networkId: enquiry.networkId,
    groupId: enquiry.groupId,
    aboutKind: 'short report',
    aboutId: term.id,
  }
  const again = Boolean(row?.sentAt)
  await record(trx, { kind: 'short report sent', by: person, ...about, term: term.name, again })
}

/** How a group stands with its report for a term. */
export interface GroupInTerm {
  id: string
  name: string
  question: string
  stage: string
  cycle: number
  finishedAt: string | null
  themeId: string | null
  leads: { id: string; name: string; email: string }[]
  report: ShortReport | undefined
  texts: Record<string, Saved>
  nudgedAt: string | null
}

/** Every group of the network that was at work in the term, by name. */
export async function groupsInTerm(db: Db, network: Pick<Network, 'id'>, term: Term): Promise<GroupInTerm[]> {
  const groups = await db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .select([
      'groups.id',
      'groups.name',
      'groups.themeId',
      'enquiries.question',
      'enquiries.stage',
      'enquiries.cycle',
      'enquiries.finishedAt',
    ])
    .where('groups.networkId', '=', network.id)
    .where('groups.proposedAt', '<', `${term.endsOn}T23:59:59.999Z`)
    .where(eb => eb.or([eb('groups.closedAt', 'is', null), eb('groups.closedAt', '>=', term.startsOn)]))
    .where(eb => eb.or([eb('enquiries.finishedAt', 'is', null), eb('enquiries.finishedAt', '>=', term.startsOn)]))
    .orderBy('enquiries.cycle')
    .execute()
  const outside = namesOutside()
  // A group that finished one cycle and began the next in the same term is told once, with its newest question.
  const newest = [...new Map(groups.map(group => [group.id, group])).values()].sort(byName)
  const ids = newest.map(group => group.id)
  if (ids.length === 0) return []

  const leads = await leadsOf(db, ids)
  const reports = await db
    .selectFrom('shortReports')
    .selectAll()
    .where('termId', '=', term.id)
    .where('groupId', 'in', ids)
    .execute()
  const texts = await textsOfMany(
    db,
    shortReportKind,
    ids.map(id => shortReportOwner(id, term.id)),
  )
  const nudges = await db
    .selectFrom('nudges')
    .select(['groupId', eb => eb.fn.max('nudgedAt').as('nudgedAt')])
    .where('termId', '=', term.id)
    .groupBy('groupId')
    .execute()
  const questions = new Map<string, string>()
  for (const { id, question } of newest) questions.set(id, (await outside.namesIn(db, id)).read(question))
  return newest.map(group => ({
    ...group,
    question: questions.get(group.id)!,
    leads: leads.filter(lead => lead.groupId === group.id),
    report: reports.find(report => report.groupId === group.id),
    texts: texts[shortReportOwner(group.id, term.id)] ?? {},
    nudgedAt: nudges.find(nudge => nudge.groupId === group.id)?.nudgedAt ?? null,
  }))
}

function leadsOf(db: Db, groupIds: string[]) {
  return db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['groupPeople.groupId', 'people.id', 'people.name', 'people.email'])
    .where('groupPeople.groupId', 'in', groupIds)
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
}
