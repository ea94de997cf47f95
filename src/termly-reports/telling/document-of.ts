import { chartOnPage } from '../../charts/draw.js'
import type { Db } from '../../database.js'
import type { Block, Document } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { withOwnIds } from '../../documents/headings.js'
import { blocksInOtherWords } from '../../documents/in-other-words.js'
import type { Piece } from '../../evidence/evidence.js'
import { namesOutside } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import { termBefore } from '../../networks/terms/terms.js'
import { textOfBlocks } from '../../documents/to-text.js'
import { day, listed } from '../../words/words.js'
import { appendixOf } from '../../write-ups/document/appendix.js'
import { citedIn, piecesToCite } from '../../write-ups/document/citing.js'
import { withTitles } from '../../write-ups/document/naming-pieces.js'
import { referencesHeading, worksIn } from '../../write-ups/document/referring.js'
import { heading } from './blocks.js'
import { chartOfEvidence, chartOfTerms, comparisonOf } from '../what-happened/comparing.js'
import { contributionsIn } from '../what-happened/contributions.js'
import { fieldOf, type OwnedPart, partsOfReport, type ReportPart } from '../arranging/parts.js'
import { figureOf, picturesOf } from '../arranging/pictures.js'
import { adoptionOf, promisesOf } from '../arranging/promises.js'
import { recommendationsInTerm } from '../what-happened/recommendations-in-term.js'
import { reportTexts } from '../report.js'
import { type GroupInTerm, groupsInTerm } from '../short-reports/short-reports.js'
import { sightsOf } from '../arranging/sights.js'
import { celebratedIn } from './celebrating.js'
import { comparisonBlocks } from './comparison.js'
import { blocksOfGroup } from './groups.js'
import { promisedBlocks, promisesBlocks } from './promises.js'
import { recommendationBlocks, sightBlocks } from './recommendations.js'
import { contributionBlocks } from './schools.js'
import { timeBlocks } from './time.js'
import { windowOf } from '../what-happened/window.js'

/**
 * The network's report for a term as it is now, in the order that its leaders chose: what they wrote, what each group sent,
 * and what the records tell of this term and the last.
 */
export async function documentOfReport(db: Db, network: Network, term: Term): Promise<Document> {
  const texts = await reportTexts(db, network, term)
  const pictures = await picturesOf(db, term)
  const pseudonyms = namesOutside()
  const cited: Piece[] = []
  const read: Block[] = []
  const telling = tellingOf(db, network, term, cited, read)
  const parts: Block[] = []
  for (const part of (await partsOfReport(db, term)).filter(one => !one.leftOut)) {
    const own = words(texts[fieldOf(part.part)]?.body)
    const shown: Block[] = []
    const chosen = pictures.filter(one => one.part === part.part && one.piece)
    for (const picture of chosen) {
      const { read: said } = await pseudonyms.namesIn(db, picture.piece!.groupId)
      shown.push(...blocksInOtherWords(figureOf(picture, chosen.length === 1), said))
      cited.push(picture.piece!)
    }
    const told = part.own ? [] : await telling[part.part as OwnedPart](part)
    if (own.length + shown.length + told.length > 0) parts.push(heading(2, part.heading), ...own, ...shown, ...told)
  }
  const pieces = [...new Map(cited.map(piece => [piece.id, piece])).values()]
  if (pieces.length > 0) parts.push(heading(2, 'The evidence we refer to'), ...appendixOf(pieces))
  if (read.length > 0) parts.push(heading(2, referencesHeading), ...inTheAlphabet(read))
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

  function words(markdown: string | undefined): Block[] {
    return markdown?.trim() ? withTitles(blocksFrom(markdown, { headingLevel: 3 })) : []
  }
}

/** Entries of several groups in one list. */
function inTheAlphabet(entries: Block[]): Block[] {
  return [...entries].sort((one, other) => textOfBlocks([one]).localeCompare(textOfBlocks([other]), 'en'))
}

type Telling = Record<OwnedPart, (part: ReportPart) => Promise<Block[]>>

/**
 * What the records add to each part by themselves.
 * @param cited takes the pieces that the groups refer to
 * @param read takes the works that they cite, an entry each
 */
function tellingOf(db: Db, network: Network, term: Term, cited: Piece[], read: Block[]): Telling {
  const nothing = () => Promise.resolve<Block[]>([])
  return {
    introduction: nothing,
    thanks: nothing,
    async changed() {
      const comparison = await comparisonOf(db, network, term)
      const [terms, evidence] = await Promise.all([
        comparison.before ? chartOnPage(chartOfTerms(comparison)) : undefined,
        chartOnPage(chartOfEvidence(comparison)),
      ])
      return comparisonBlocks(comparison, terms, evidence)
    },
    async promised() {
      const before = await termBefore(db, term)
      return promisedBlocks(
        before,
        before ? await promisesOf(db, before) : [],
        await adoptionOf(db, network, (await windowOf(db, term)).from),
      )
    },
    celebrating: () => celebratedIn(db, network, term),
    themes: () => themeBlocks(db, network, term),
    async groups() {
      const told: Block[] = []
      const pseudonyms = namesOutside()
      for (const group of await groupsInTerm(db, network, term)) {
        const known = await pseudonyms.namesIn(db, group.id)
        const pieces = refersToPieces(group) ? await piecesToCite(db, group.id, known) : []
        const said = group.report?.sentAt ? Object.values(group.texts).map(text => text.body) : []
        const works = await worksIn(db, group.id, said)
        read.push(...works.entries)
        const blocks = blocksInOtherWords(blocksOfGroup(group, pieces, works.citations), known.read)
        const ids = new Set(citedIn({ parts: blocks }))
        cited.push(...pieces.filter(piece => ids.has(piece.id)).map(piece => known.read(piece)))
        told.push(...blocks)
      }
      return told
    },
    time: () => timeBlocks(db, network, term),
    schools: async () => contributionBlocks(await contributionsIn(db, network.id, term)),
    recommendations: async () => recommendationBlocks(await recommendationsInTerm(db, network.id, term)),
    see: async () => sightBlocks(await sightsOf(db, term), await recommendationsInTerm(db, network.id, term, 'ever')),
    promises: async () => promisesBlocks(await promisesOf(db, term)),
  }
}

/** Most groups name no piece in their report, and then none has to be looked up. */
function refersToPieces({ report, texts }: GroupInTerm): boolean {
  return Boolean(report?.sentAt) && Object.values(texts).some(text => text.body.includes('[['))
}

async function themeBlocks(db: Db, network: Network, term: Term): Promise<Block[]> {
  const texts = await reportTexts(db, network, term)
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', '=', network.id)
    .orderBy('name')
    .execute()
  return themes.flatMap(theme => {
    const body = texts[`theme-${theme.id}`]?.body.trim()
    return body ? [heading(3, theme.name), ...withTitles(blocksFrom(body, { headingLevel: 4 }))] : []
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
    `${day(term.startsOn)} to ${day(term.endsOn)}`,
    leaders.length > 0 ? `Brought together by ${listed(leaders.map(leader => leader.name))}` : '',
  ].filter(Boolean)
}
