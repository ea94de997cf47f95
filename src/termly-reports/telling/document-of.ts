import { chartOnPage } from '../../charts/draw.js'
import { atOneMoment, type Db } from '../../database.js'
import type { Block, Document } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { withOwnIds } from '../../documents/headings.js'
import { blocksInOtherWords } from '../../documents/in-other-words.js'
import { blocksInOtherLabels } from './in-other-labels.js'
import type { Piece } from '../../evidence/evidence.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { NamesBook } from '../../names/names.js'
import type { Network, Term, Theme } from '../../networks/tables.js'
import { htmlOfDocument } from '../../documents/to-html.js'
import { textOfBlocks } from '../../documents/to-text.js'
import type { Saved } from '../../texts/texts.js'
import { fromTo, listed } from '../../words/words.js'
import { appendixOf } from '../../write-ups/document/appendix.js'
import { anchorOf, citedIn, piecesToCite } from '../../write-ups/document/citing.js'
import { withTitles } from '../../write-ups/document/naming-pieces.js'
import { referencesHeading, worksIn } from '../../write-ups/document/referring.js'
import { heading } from '../../documents/making-blocks.js'
import { chartOfEvidence, chartOfTerms, comparisonOf } from '../what-happened/comparing.js'
import { contributionsIn } from '../what-happened/contributions.js'
import { fieldOf, type KnownPart, type OwnedPart, type ReportPart } from '../arranging/parts.js'
import { figureOf } from '../arranging/pictures.js'
import { stageMoves } from '../what-happened/movements.js'
import { recommendationsInTerm } from '../what-happened/recommendations-in-term.js'
import { type ReportInMaking, reportInMaking } from '../report-in-making.js'
import type { GroupInTerm } from '../short-reports/groups-in-term.js'
import type { TermInRecords } from '../what-happened/term-in-records.js'
import { celebratedIn } from './celebrating.js'
import { comparisonBlocks } from './comparison.js'
import { blocksOfGroup, glanceBlocks } from './groups.js'
import { promisedBlocks, promisesBlocks } from './promises.js'
import { recommendationBlocks, sightBlocks } from './recommendations.js'
import { contributionBlocks } from './schools.js'
import { timeBlocks } from './time.js'

/**
 * The network's report for a term as it is now, in the order that its leaders chose: what they wrote, what each group sent,
 * and what the records tell of this term and the last.
 */
export async function documentOfReport(making: ReportInMaking): Promise<Document> {
  const { db, network, term } = making
  const sources: Sources = { cited: [], works: [] }
  const telling = tellingOf(db, making, sources)
  const parts: Block[] = []
  for (const part of (await making.parts()).filter(one => !one.leftOut)) {
    const blocks = [
      ...ownWords((await making.texts())[fieldOf(part.part)]?.body),
      ...(await pictureBlocks(making, part, sources)),
      ...(part.own ? [] : await toldIn(part.part, making, telling)),
    ]
    if (blocks.length > 0) parts.push(heading(part.heading), ...blocks)
  }
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
    parts: withOwnIds(await withSources(making, parts, sources)),
    foot: '',
  }
}

/** The same of a report that nothing else is made of at the same time: of one state of the records. */
export function documentOfReportNow(db: Db, network: Network, term: Term, known: KnownPart[]): Promise<Document> {
  return atOneMoment(db, reading => documentOfReport(reportInMaking(reading, network, term, known)))
}

/** How the draft reads, as safe HTML. */
export function htmlOfDraft(document: Document): Promise<string> {
  return htmlOfDocument(document.parts, { pictureAddress: (id, size = 'small') => `/files/${id}/${size}/picture` })
}

/** What stands in the lists at the end of a report; telling its parts fills them. */
interface Sources {
  /** The pieces that groups refer to, and those whose pictures are shown. */
  cited: Piece[]
  /** The works that groups cite, an entry each. */
  works: Block[]
}

function ownWords(markdown: string | undefined): Block[] {
  return markdown?.trim() ? withTitles(blocksFrom(markdown, { headingLevel: 3 })) : []
}

/** What leaders chose for a part; beside the words of a group, there and not here. */
async function pictureBlocks(
  { records, pictures, picturesOfGroups }: ReportInMaking,
  part: ReportPart,
  sources: Sources,
) {
  const besideGroups = new Set(part.part === 'groups' ? (await picturesOfGroups()).values() : [])
  const chosen = (await pictures()).filter(one => one.part === part.part && one.piece && !besideGroups.has(one))
  const stands = chosen.length === 1 ? { wide: true } : {}
  const blocks: Block[] = []
  for (const picture of chosen) {
    const { read: words } = await records.namesIn(picture.piece!.groupId)
    blocks.push(...blocksInOtherWords(figureOf(picture, stands), words))
    sources.cited.push(picture.piece!)
  }
  return blocks
}

/** Each group counts its pieces from one: where several are referred to, a number says whose it is. */
async function withSources(making: ReportInMaking, parts: Block[], { cited, works }: Sources): Promise<Block[]> {
  const pieces = [...new Map(cited.map(piece => [piece.id, piece])).values()]
  const labels = await labelsOf(making, pieces)
  const labelOf = (piece: Piece) => labels.get(anchorOf(piece.id)) ?? numberOf(piece)
  return [
    ...blocksInOtherLabels(parts, ({ label, href }) => labels.get(href) ?? label),
    ...(pieces.length > 0 ? [heading('The evidence we refer to'), ...appendixOf(pieces, [], labelOf)] : []),
    ...(works.length > 0 ? [heading(referencesHeading), ...inTheAlphabet(works)] : []),
  ]
}

/** `E11 (Reading by choice)`, by where the number leads; none where all are of one group. */
async function labelsOf({ groups, records }: ReportInMaking, pieces: Piece[]): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  if (new Set(pieces.map(piece => piece.groupId)).size < 2) return labels
  const named = new Map((await groups()).map(({ id, name }) => [id, name]))
  for (const piece of pieces) {
    const name = named.get(piece.groupId)
    if (!name) continue
    const { read } = await records.namesIn(piece.groupId)
    labels.set(anchorOf(piece.id), `${numberOf(piece)} (${read(name)})`)
  }
  return labels
}

/** Entries of several groups in one list. */
function inTheAlphabet(entries: Block[]): Block[] {
  return [...entries].sort((one, other) => textOfBlocks([one]).localeCompare(textOfBlocks([other]), 'en'))
}

type Telling = Record<OwnedPart, () => Promise<Block[]>>

async function toldIn(part: string, making: ReportInMaking, telling: Telling): Promise<Block[]> {
  const { db, network, term, records } = making
  const { blocks: brought, adds = [] } = making.known.find(one => one.part === part)!
  const outside: NamesBook = { namesIn: (_db, groupId) => records.namesIn(groupId) }
  const told = { outside, themes: making.themes }
  if (brought) return brought(db, network, term, await records.window(), told)
  const blocks = await telling[part as OwnedPart]()
  for (const one of adds) blocks.push(...(await one.blocks(db, network, term, await records.window(), told)))
  return blocks
}

/** What the records add to each of the report’s own parts by themselves. */
function tellingOf(db: Db, making: ReportInMaking, sources: Sources): Telling {
  const { records } = making
  const nothing = () => Promise.resolve<Block[]>([])
  return {
    introduction: nothing,
    thanks: nothing,
    changed: async () => changedBlocks(records, await making.before()),
    promised: async () =>
      promisedBlocks((await making.before())?.term, await making.promised(), await records.adoptedBefore()),
    celebrating: () => celebratedIn(records),
    themes: async () => themeBlocks(await making.themes(), await making.texts()),
    groups: () => groupBlocks(db, making, sources),
    time: async () => timeBlocks(records, await making.before()),
    schools: async () => contributionBlocks(await contributionsIn(records)),
    recommendations: async () => recommendationBlocks(await recommendationsInTerm(records)),
    see: async () => sightBlocks(await making.sights(), await recommendationsInTerm(records, 'ever')),
    promises: async () => promisesBlocks(await making.promises()),
  }
}

async function changedBlocks(records: TermInRecords, before: TermInRecords | undefined): Promise<Block[]> {
  const comparison = await comparisonOf(records, before)
  const [terms, evidence] = await Promise.all([
    comparison.before ? chartOnPage(chartOfTerms(comparison)) : undefined,
    chartOnPage(chartOfEvidence(comparison)),
  ])
  return comparisonBlocks(comparison, terms, evidence)
}

async function groupBlocks(
  db: Db,
  { groups, records, picturesOfGroups }: ReportInMaking,
  sources: Sources,
): Promise<Block[]> {
  const all: Block[] = glanceBlocks(await groups(), stageMoves(await records.moved()))
  for (const group of await groups()) {
    const names = await records.namesIn(group.id)
    const pieces = refersToPieces(group) ? await piecesToCite(db, group.id, names) : []
    const sent = group.report?.sentAt ? Object.values(group.texts).map(text => text.body) : []
    const works = await worksIn(db, group.id, sent)
    sources.works.push(...works.entries)
    const picture = (await picturesOfGroups()).get(group.id)
    if (picture?.piece) sources.cited.push(picture.piece)
    const figure = picture ? figureOf(picture, { beside: true }) : []
    const blocks = blocksInOtherWords(blocksOfGroup(group, pieces, figure, works.citations), names.read)
    const ids = new Set(citedIn({ parts: blocks }))
    sources.cited.push(...pieces.filter(piece => ids.has(piece.id)).map(piece => names.read(piece)))
    all.push(...blocks)
  }
  return all
}

/** Most groups name no piece in their report, and then none has to be looked up. */
function refersToPieces({ report, texts }: GroupInTerm): boolean {
  return Boolean(report?.sentAt) && Object.values(texts).some(text => text.body.includes('[['))
}

function themeBlocks(themes: Theme[], texts: Record<string, Saved>): Block[] {
  return themes.flatMap(theme => {
    const body = texts[`theme-${theme.id}`]?.body.trim()
    return body ? [heading(theme.name, 3), ...withTitles(blocksFrom(body, { headingLevel: 4 }))] : []
  })
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
    fromTo(term.startsOn, term.endsOn),
    leaders.length > 0 ? `Brought together by ${listed(leaders.map(leader => leader.name))}` : '',
  ].filter(Boolean)
}
