import type { News, NewsOf } from '../../networks/year.js'
import { day } from '../../words/words.js'
import { addressOf } from '../listing.js'

/** Projects that were proposed, began or ended, and texts that were agreed, for those who work in the network. */
export const projectNews: NewsOf = async (db, person, network, since) => {
  if (!person.works(network.id)) return []
  const projects = await db
    .selectFrom('projects')
    .selectAll()
    .where('networkId', '=', network.id)
    .where(eb => eb.or([eb('proposedAt', '>', since), eb('begunAt', '>', since), eb('endedAt', '>', since)]))
    .execute()
  const issues = await db
    .selectFrom('projectIssues')
    .innerJoin('projectTexts', 'projectTexts.id', 'projectIssues.textId')
    .innerJoin('projects', 'projects.id', 'projectTexts.projectId')
    .select(['projectIssues.keptAt', 'projectTexts.id', 'projectTexts.title', 'projectTexts.projectId'])
    .where('projects.networkId', '=', network.id)
    .where('projectIssues.keptAt', '>', since)
    .where('projectIssues.agreedOn', 'is not', null)
    .execute()
  const told = projects.flatMap((project): News[] => {
    const href = addressOf(project)
    const { title, startsOn, endsOn, proposedAt, begunAt, endedAt, joining } = project
    if (endedAt && endedAt > since)
      return [{ at: endedAt, text: `The project “${title}” has ended. Read what came of it.`, href }]
    if (begunAt && begunAt > since)
      return [{ at: begunAt, text: `The project “${title}” has begun, until ${day(endsOn)}.`, href }]
    if (proposedAt <= since) return []
    const open = joining === 'open' ? ' It is open to join.' : ''
    return [{ at: proposedAt, text: `New: the project “${title}”, from ${day(startsOn)}.${open}`, href }]
  })
  const agreed = issues.map(({ keptAt, id, title, projectId }): News => ({
    at: keptAt,
    text: `“${title}” is agreed. Your school can take it home as its own version.`,
    href: `${addressOf({ networkId: network.id, id: projectId })}/texts/${id}`,
  }))
  return [...told, ...agreed].sort((one, other) => (one.at < other.at ? 1 : -1))
}
