import type { Db } from '../../database.js'
import type { Block } from '../../documents/document.js'
import { heading, paragraph } from '../../documents/making-blocks.js'
import type { Network, Term } from '../../networks/tables.js'
import type { BroughtReportPart, Span } from '../../networks/year.js'
import { byName, day, listed } from '../../words/words.js'
import type { Project } from '../tables.js'

/** What schools did together in a term, and what came of it. No school is told apart from others. */
export const projectsInReport: BroughtReportPart = {
  part: 'projects',
  heading: 'What schools did together',
  holds: 'The projects of the term: what each is for, what was agreed, and what came of those that ended.',
  behind: 'groups',
  blocks,
}

async function blocks(db: Db, network: Network, _term: Term, span: Span): Promise<Block[]> {
  const projects = await db
    .selectFrom('projects')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('begunAt', '<', span.until)
    .where(eb => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>=', span.from)]))
    .execute()
  if (projects.length === 0) return []
  const agreed = await db
    .selectFrom('projectIssues')
    .innerJoin('projectTexts', 'projectTexts.id', 'projectIssues.textId')
    .select(['projectTexts.projectId', 'projectTexts.title', 'projectIssues.agreedOn'])
    .where('projectIssues.keptAt', '>=', span.from)
    .where('projectIssues.keptAt', '<', span.until)
    .where('projectIssues.agreedOn', 'is not', null)
    .where(
      'projectTexts.projectId',
      'in',
      projects.map(one => one.id),
    )
    .execute()
  return projects
    .map(project => ({ ...project, name: project.title }))
    .sort(byName)
    .flatMap(project =>
      told(
        project,
        agreed.filter(one => one.projectId === project.id),
        span,
      ),
    )
}

function told(project: Project, agreed: { title: string; agreedOn: string | null }[], span: Span): Block[] {
  const texts = [...new Set(agreed.map(one => `“${one.title}”`))]
  const ended = project.endedAt !== null && project.endedAt < span.until
  return [
    heading(project.title, 3),
    paragraph(project.whatFor),
    ...(texts.length > 0
      ? [paragraph(`Agreed together: ${listed(texts)}. Each school takes it home as its own version.`)]
      : []),
    ended
      ? paragraph(`What came of it: ${project.cameOfIt}`, 'claim')
      : paragraph(`It goes on until ${day(project.endsOn)}.`, 'quiet'),
  ]
}
