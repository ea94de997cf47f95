import type { Db } from '../../database.js'
import type { Names } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import { readTexts, type Saved, textsOfMany } from '../../texts/texts.js'
import { byName } from '../../words/words.js'
import { shortReportKind, shortReportOwner } from './fields.js'
import type { ShortReport } from '../tables.js'

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

/** Every group of the network that was at work in the term, by name. @param namesIn under which names a group is read */
export async function groupsInTerm(
  db: Db,
  network: Pick<Network, 'id'>,
  term: Term,
  namesIn: (groupId: string) => Promise<Names>,
): Promise<GroupInTerm[]> {
  const newest = await groupsAtWork(db, network, term)
  const ids = newest.map(group => group.id)
  if (ids.length === 0) return []

  const leads = await leadLearnersOf(db, ids)
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
  const said = new Map<string, Record<string, Saved>>()
  for (const { id, question } of newest) {
    const names = await namesIn(id)
    questions.set(id, names.read(question))
    said.set(id, readTexts(texts[shortReportOwner(id, term.id)] ?? {}, names))
  }
  return newest.map(group => ({
    ...group,
    question: questions.get(group.id)!,
    leads: leads.filter(lead => lead.groupId === group.id),
    report: reports.find(report => report.groupId === group.id),
    texts: said.get(group.id)!,
    nudgedAt: nudges.find(nudge => nudge.groupId === group.id)?.nudgedAt ?? null,
  }))
}

async function groupsAtWork(db: Db, network: Pick<Network, 'id'>, term: Term) {
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
  // A group that finished one cycle and began the next in the same term is told once, with its newest question.
  return [...new Map(groups.map(group => [group.id, group])).values()].sort(byName)
}

/** The lead learners of these groups who can sign in. */
export function leadLearnersOf(db: Db, groupIds: string[]) {
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
