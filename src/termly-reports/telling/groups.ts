import type { Citations } from '../../documents/citations.js'
import type { Block, Figure } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { stageNamed } from '../../stages.js'
import { lookupIn, type PieceToCite } from '../../write-ups/document/citing.js'
import { withTitles } from '../../write-ups/document/naming-pieces.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import { claimsMarked } from '../../handouts/claims-marked.js'
import { groupsAtAGlance, stageMark } from '../../handouts/stage-marks.js'
import { atAGlance, releaseTimeOfGroup, sentNoReport, whereAtAGlance, whereGroupStands } from '../sentences.js'
import type { StageMove } from '../what-happened/movements.js'
import { shortReportFields } from '../short-reports/fields.js'
import type { GroupInTerm } from '../short-reports/groups-in-term.js'

/** All groups of the term side by side, each with the stage that it is at; nothing, where there is one alone. */
export function glanceBlocks(groups: GroupInTerm[], moves: StageMove[]): Block[] {
  if (groups.length < 2) return []
  const moved = new Set(moves.map(move => move.group))
  const all = groups.map(({ name, stage, finishedAt }) => {
    const finished = finishedAt !== null
    return { name, stage, finished, says: whereAtAGlance(stageNamed(stage).name, finished, moved.has(name)) }
  })
  const sheets = Array.from({ length: Math.ceil(all.length / MOST_AT_ONCE) }, (_, at) =>
    groupsAtAGlance(all.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE)),
  )
  return [heading(atAGlance, 3), ...sheets]
}

/** On one page. */
const MOST_AT_ONCE = 16

/**
 * A group's own words under its question, its picture beside them: what it found first, each with how sure it is. A group that sent
 * none is named with where it stands, and no more is said.
 */
export function blocksOfGroup(
  group: GroupInTerm,
  pieces: PieceToCite[],
  picture: Figure[],
  citations?: Citations,
): Block[] {
  const where = whereGroupStands(stageNamed(group.stage).name, group.finishedAt !== null)
  const mark = { stage: group.stage, finished: group.finishedAt !== null, says: where }
  const begun: Block[] = [
    heading(group.name, 3),
    ...picture,
    stageMark(mark),
    { kind: 'paragraph', inlines: [{ kind: 'emphasis', inlines: text(group.question) }, ...text(` ${where}`)] },
  ]
  if (!group.report?.sentAt) return [...begun, paragraph(sentNoReport)]
  const reference = lookupIn(pieces)
  const said = shortReportFields.map(({ field, inReport }) => {
    const body = group.texts[field]?.body.trim() ?? ''
    const { claims, others } = claimsMarked(withTitles(blocksFrom(body, { headingLevel: 4, reference, citations })))
    return { claims, others: ledBy(`${inReport}.`, others) }
  })
  const days = group.report.releaseDays
  return [
    ...begun,
    ...said.flatMap(({ claims }) => claims),
    ...said.flatMap(({ others }) => others),
    ...(days ? [paragraph(releaseTimeOfGroup(days))] : []),
  ]
}

/** A lead in bold before the words, or above what does not begin as a paragraph. */
function ledBy(lead: string, blocks: Block[]): Block[] {
  const [first, ...rest] = blocks
  if (!first) return []
  const bold = { kind: 'strong' as const, inlines: text(lead) }
  if (first.kind !== 'paragraph') return [{ kind: 'paragraph', inlines: [bold] }, ...blocks]
  return [{ ...first, inlines: [bold, ...text(' '), ...first.inlines] }, ...rest]
}
