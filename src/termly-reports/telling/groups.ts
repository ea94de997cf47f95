import type { Citations } from '../../documents/citations.js'
import type { Block } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { stageNamed } from '../../stages.js'
import { lookupIn, type PieceToCite } from '../../write-ups/document/citing.js'
import { withTitles } from '../../write-ups/document/naming-pieces.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import { releaseTimeOfGroup, sentNoReport, whereGroupStands } from '../sentences.js'
import { shortReportFields } from '../short-reports/fields.js'
import type { GroupInTerm } from '../short-reports/groups-in-term.js'

/** A group's own words under its question. A group that sent none is named with where it stands, and no more is said. */
export function blocksOfGroup(group: GroupInTerm, pieces: PieceToCite[], citations?: Citations): Block[] {
  const reference = lookupIn(pieces)
  const where = whereGroupStands(stageNamed(group.stage).name, group.finishedAt !== null)
  const begun: Block[] = [
    heading(group.name, 3),
    { kind: 'paragraph', inlines: [{ kind: 'emphasis', inlines: text(group.question) }, ...text(` ${where}`)] },
  ]
  if (!group.report?.sentAt) return [...begun, paragraph(sentNoReport)]
  const said = shortReportFields.flatMap(({ field, inReport }) => {
    const body = group.texts[field]?.body.trim()
    return body
      ? [heading(inReport, 4), ...withTitles(blocksFrom(body, { headingLevel: 4, reference, citations }))]
      : []
  })
  const days = group.report.releaseDays
  return [...begun, ...said, ...(days ? [paragraph(releaseTimeOfGroup(days))] : [])]
}
