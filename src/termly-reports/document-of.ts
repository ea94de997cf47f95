import type { Db } from '../database.js'
import type { Block, Document, Inline } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import { idFrom, withOwnIds } from '../documents/headings.js'
import { blocksInOtherWords } from '../documents/in-other-words.js'
import { under } from '../evidence/disguising.js'
import type { Piece } from '../evidence/evidence.js'
import { pseudonymsOf } from '../evidence/pseudonyms.js'
import type { Network, Term } from '../networks/tables.js'
import { stageNamed } from '../stages.js'
import { day, listed, plural } from '../web/words.js'
import { appendixOf } from '../write-ups/appendix.js'
import { citedIn, lookupIn, piecesToCite } from '../write-ups/citing.js'
import { withTitles } from '../write-ups/naming-pieces.js'
import { participationIn, recommendationsInTerm, type Participation, type RecommendationInReport } from './composing.js'
import { shortReportFields } from './fields.js'
import { reportTexts } from './report.js'
import { type GroupInTerm, groupsInTerm } from './short-reports.js'

/** The network's report for a term as it is now: what was written, what each group sent, and what the records tell. */
export async function documentOfReport(db: Db, network: Network, term: Term): Promise<Document> {
  const texts = await reportTexts(db, network, term)
  const groups = await groupsInTerm(db, network, term)
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', '=', network.id)
    .orderBy('name')
    .execute()
  const cited: Piece[] = []
  const told: Block[] = []
  for (const group of groups) {
    const pieces = await piecesToCite(db, group.id)
    const pseudonyms = await pseudonymsOf(db, group.id)
    const blocks = blocksInOtherWords(blocksOfGroup(group, pieces), pseudonyms.words)
    const ids = new Set(citedIn({ parts: blocks }))
    cited.push(...pieces.filter(piece => ids.has(piece.id)).map(piece => under(pseudonyms, piece)))
    told.push(...blocks)
  }
  const themed = themes.filter(theme => texts[`theme-${theme.id}`]?.body.trim())
  const parts: Block[] = [
    ...written('Introduction', texts.introduction?.body),
    ...written('What changed since last term', texts.changed?.body),
    ...(themed.length > 0 ? [heading(2, 'The themes')] : []),
    ...themed.flatMap(theme => [
      heading(3, theme.name),
      ...withTitles(blocksFrom(texts[`theme-${theme.id}`]!.body, { headingLevel: 4 })),
    ]),
    ...(groups.length > 0 ? [heading(2, 'What each enquiry group did'), ...told] : []),
    ...togetherIn(groups),
    ...participation(await participationIn(db, network.id, term)),
    ...recommendations(await recommendationsInTerm(db, network.id, term)),
    ...written('Thanks', texts.thanks?.body),
    ...(cited.length > 0 ? [heading(2, 'The evidence we refer to'), ...appendixOf(cited)] : []),
  ]
  return {
    title: `${network.name}: ${term.name}`,
    language: network.language,
    kindOfDocument: 'Termly report',
    titlePage: {
      heading: network.name,
      subtitle: `Termly report, ${term.name}`,
      lines: await titleLines(db, network, term),
    },
    contents: true,
    parts: withOwnIds(parts),
    foot: '',
  }
}

function written(title: string, markdown: string | undefined): Block[] {
  return markdown?.trim() ? [heading(2, title), ...withTitles(blocksFrom(markdown, { headingLevel: 3 }))] : []
}

/** A group's own words under its question. A group that sent none is named with where it stands, and no more is said. */
function blocksOfGroup(group: GroupInTerm, pieces: Piece[]): Block[] {
  const reference = lookupIn(pieces)
  const where = group.finishedAt ? 'This cycle is finished.' : `The group is at ${stageNamed(group.stage).name}.`
  const begun: Block[] = [
    heading(3, group.name),
    paragraph([{ kind: 'emphasis', inlines: text(group.question) }, ...text(` ${where}`)]),
  ]
  if (!group.report?.sentAt) return [...begun, paragraph(text('The group sends its report next term.'))]
  const said = shortReportFields.flatMap(({ field, inReport }) => {
    const body = group.texts[field]?.body.trim()
    return body ? [heading(4, inReport), ...withTitles(blocksFrom(body, { headingLevel: 4, reference }))] : []
  })
  const days = group.report.releaseDays
  return [...begun, ...said, ...(days ? [paragraph(text(`Release time used: ${plural(days, 'day', 'days')}.`))] : [])]
}

/** What the network gave together, never what one school gave more than another. */
function togetherIn(groups: GroupInTerm[]): Block[] {
  const days = groups.reduce((sum, group) => sum + (group.report?.releaseDays ?? 0), 0)
  return days > 0
    ? [
        heading(2, 'What the time made possible'),
        paragraph(text(`Together, the groups used ${plural(days, 'day', 'days')} of release time this term.`)),
      ]
    : []
}

function participation(rows: Participation[]): Block[] {
  if (rows.length === 0) return []
  return [
    heading(2, 'Schools taking part'),
    {
      kind: 'table',
      caption: text('Schools in alphabetical order'),
      head: ['School', 'Enquiry groups', 'People', 'Pieces of evidence'].map(text),
      rows: rows.map(row => [
        text(row.school),
        text(row.groups.length > 0 ? listed(row.groups) : 'none this term'),
        text(String(row.people)),
        text(String(row.evidence)),
      ]),
      alignment: [null, null, 'right', 'right'],
      rowHeads: true,
    },
  ]
}

function recommendations(rows: RecommendationInReport[]): Block[] {
  if (rows.length === 0) return []
  return [
    heading(2, 'Recommendations and answers'),
    {
      kind: 'table',
      caption: text('Answers stand here where their heads agreed'),
      head: ['Recommendation', 'From', 'Answers'].map(text),
      rows: rows.map(row => [text(row.recommendation), text(row.group), text(answersOf(row))]),
      alignment: [null, null, null],
      rowHeads: true,
    },
  ]
}

const saidOf: Record<string, string> = { accept: 'accepted', adapt: 'accepted with changes', decline: 'declined' }

function answersOf(row: RecommendationInReport): string {
  const open = row.open.map(
    one => `${one.school}: ${one.adoption === 'in place' ? 'in place' : (saidOf[one.answer] ?? one.answer)}`,
  )
  return [
    `${row.answered} of ${plural(row.asked, 'school', 'schools')} answered.`,
    open.length > 0 ? `${open.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

async function titleLines(db: Db, network: Network, term: Term): Promise<string[]> {
  const leaders = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .where('networkRoles.networkId', '=', network.id)
    .where('networkRoles.role', '=', 'network leader')
    .where('networkRoles.endedAt', 'is', null)
    .orderBy('people.name')
    .execute()
  return [
    `${day(term.startsOn)} to ${day(term.endsOn)}`,
    leaders.length > 0 ? `Brought together by ${listed(leaders.map(leader => leader.name))}` : '',
  ].filter(Boolean)
}

function heading(level: 2 | 3 | 4, words: string): Block {
  return { kind: 'heading', level, id: idFrom(words), inlines: text(words) }
}

function paragraph(inlines: Inline[]): Block {
  return { kind: 'paragraph', inlines }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
