import type {
  Block,
  Chart,
  Document,
  Figure,
  Inline,
  List,
  Paragraph,
  Quotation,
  Table,
} from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { withoutMarks } from '../documents/notes.js'
import { textOfBlocks } from '../documents/to-text.js'
import { listed } from '../words/words.js'
import { besides, isLead, leads, nothingAgainstSaid, sureness } from './leads.js'
import { actionInShort, objection, unnamedObjection } from './sentences.js'

/** A claim with how sure its group is and the words that follow it, as the write-up has them. */
export interface ClaimSaid {
  claim: string
  /** `We are fairly sure`; empty where the group does not say. */
  sure: string
  because: string
  /** The strongest thing that speaks against it, as a sentence; empty where none was found. */
  against: string
  /** Whether the write-up itself says that nothing speaks against it. */
  saysNothingAgainst: boolean
  /** How many others are told. */
  moreAgainst: number
  /** A challenge that the group has not answered. */
  asked: string
  figure?: Figure
  quotation?: Quotation
}

export interface Advice {
  recommendation: string
  /** What it costs, where that is told. */
  cost: string
}

/** What short forms are made of. All of it is taken from the whole document as its readers may see it: nothing is added. */
export interface WhatItSays {
  lead: string[]
  looked: string[]
  tried: string[]
  /** Each action with the schools at which it was tried, where the part opens with no words of its own. */
  actions: string[]
  /** What the write-up calls the two parts in which that stands. */
  headings: { looked: string; tried: string }
  found: ClaimSaid[]
  /** What did not work, and what made no difference. */
  didNotWork: string[]
  advice: Advice[]
  /** What difference each action made at each school, as the write-up has it in a table. */
  effects?: Table
  charts: Chart[]
  /** Those of them that tell what has become of the advice. */
  chartsOfAdvice: Chart[]
  figures: Figure[]
  quotations: Quotation[]
}

const USUAL: Record<string, string> = {
  summary: 'in-short',
  evidence: 'what-we-did-to-find-out',
  claims: 'what-we-found',
  action: 'what-we-tried-and-where',
  evaluation: 'what-difference-it-made',
  'what-did-not-work': 'what-did-not-work',
  recommendations: 'what-we-recommend',
}

const SURENESS = Object.keys(sureness)

export function whatItSays(document: Document): WhatItSays {
  const idOf = (part: string) => document.sections?.[part] ?? USUAL[part] ?? ''
  const section = (part: string) => blocksUnder(document, idOf(part))
  const found = foundIn(section('claims'))
  const charts = document.parts.filter(block => block.kind === 'chart')
  return {
    // What repeats the question is said by the title of every short form.
    lead: paragraphsIn(section('summary')).filter(words => !words.includes(document.titlePage.heading)),
    looked: openingOf(section('evidence')),
    ...triedIn(section('action')),
    headings: { looked: headingIn(document, idOf('evidence')), tried: headingIn(document, idOf('action')) },
    found: bySureness(found.length > 0 ? found : claimsInList(section('summary'))),
    didNotWork: sentencesIn(section('what-did-not-work')),
    advice: adviceIn(section('recommendations')),
    ...effectsIn(section('evaluation')),
    charts: [...charts.filter(chart => chart.of), ...charts.filter(chart => !chart.of)].filter(
      chart => chart.svg && chart.sentence.length < 300,
    ),
    chartsOfAdvice: section('recommendations').filter(block => block.kind === 'chart'),
    figures: document.parts.filter(block => block.kind === 'figure'),
    quotations: document.parts.filter(block => block.kind === 'quotation'),
  }
}

function effectsIn(blocks: Block[]): Pick<WhatItSays, 'effects'> {
  const table = blocks.find(block => block.kind === 'table')
  return table ? { effects: { ...table, rowHeads: true } } : {}
}

function headingIn({ parts }: Document, id: string): string {
  const found = parts.find(block => block.kind === 'heading' && block.level === 2 && block.id === id)
  return found?.kind === 'heading' ? inlineText(withoutMarks(found.inlines)) : ''
}

function blocksUnder({ parts }: Document, id: string): Block[] {
  const from = parts.findIndex(block => block.kind === 'heading' && block.level === 2 && block.id === id)
  if (from < 0) return []
  const next = parts.findIndex((block, at) => at > from && block.kind === 'heading' && block.level === 2)
  return parts.slice(from + 1, next < 0 ? undefined : next)
}

/** The plain paragraphs among blocks; one that leads a list says nothing without it. */
function paragraphsIn(blocks: Block[]): string[] {
  return blocks
    .flatMap(block => (block.kind === 'paragraph' ? [withoutNumbers(block.inlines)] : []))
    .filter(words => words !== '' && !words.endsWith(':'))
}

/** What stands under one of the highest headings of a part; before the first of them without a heading. */
interface Under {
  heading: string
  blocks: Block[]
}

function underHeadings(blocks: Block[]): [before: Block[], ...Under[]] {
  const highest = Math.min(...blocks.map(block => (block.kind === 'heading' ? block.level : Infinity)))
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === highest ? [at] : []))
  const under = starts.map((at, place) => ({
    heading: headingSaid(blocks[at]!),
    blocks: blocks.slice(at + 1, starts[place + 1]),
  }))
  return [blocks.slice(0, starts[0] ?? blocks.length), ...under]
}

function headingSaid(block: Block): string {
  return block.kind === 'heading' ? inlineText(withoutMarks(block.inlines)) : ''
}

const isBesides = ({ heading }: Under) => Object.values<string>(besides).includes(heading)

/** The words with which a part opens, or else the first under a heading that the group chose. */
function openingOf(blocks: Block[]): string[] {
  const [before, ...under] = underHeadings(blocks)
  const opening = paragraphsIn(before)
  if (opening.length > 0) return opening
  return (
    under
      .filter(one => !isBesides(one))
      .map(one => paragraphsIn(one.blocks))
      .find(words => words.length > 0) ?? []
  )
}

/** What was tried, in the group’s own opening words, or action by action as the part is composed of them. */
function triedIn(blocks: Block[]): Pick<WhatItSays, 'tried' | 'actions'> {
  const [before, ...under] = underHeadings(blocks)
  const actions = under.filter(one => !isBesides(one))
  if (paragraphsIn(before).length > 0 || !areActions(actions)) return { tried: openingOf(blocks), actions: [] }
  return { tried: [], actions: actions.map(one => actionInShort(one.heading, placesOf(one))) }
}

const ofActions = [leads.expected, leads.whoAndWhen, leads.where, leads.step, leads.steps, leads.here, leads.happened]

/** Actions are led by the words they are composed with, or have nothing told below them at all. */
function areActions(under: Under[]): boolean {
  return (
    under.some(({ blocks }) => ofActions.some(lead => ledBy(lead, blocks).length > 0)) ||
    under.every(({ blocks }) => paragraphsIn(blocks).length === 0)
  )
}

function placesOf({ blocks }: Under): string {
  const [named] = ledBy(leads.where, blocks)
  return named?.replace(/[.]$/, '') ?? listed(blocks.map(headingSaid).filter(Boolean))
}

/** The plain paragraphs and the items of lists of a part, one after the other. */
function sentencesIn(blocks: Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'paragraph') return [withoutNumbers(block.inlines)].filter(Boolean)
    if (block.kind === 'list') return block.items.flatMap(item => sentencesIn(item.blocks))
    return []
  })
}

/**
 * A claim is a heading with its reasons beneath, or a paragraph that begins with the claim in bold. Where some headings
 * say how sure the group is, or what speaks for and against, the others are headings and no claims.
 */
function foundIn(blocks: Block[]): ClaimSaid[] {
  const starts = blocks.flatMap((block, at) => (claimIn(block) ? [at] : []))
  const all = starts
    .map((at, place) => blocks.slice(at, starts[place + 1]))
    .filter(([first]) => !isBesides({ heading: headingSaid(first!), blocks: [] }))
  const claimed = all.filter(isArgued)
  return (claimed.length > 0 ? claimed : all).map(claimFrom)
}

function claimFrom(own: Block[]): ClaimSaid {
  const [first, ...rest] = own
  const beside = first!.kind === 'paragraph' ? first.inlines.slice(1) : []
  const after = rest.find(block => block.kind === 'paragraph')
  const words = withoutNumbers(beside.length > 0 ? beside : after?.kind === 'paragraph' ? after.inlines : [])
  const { sure, because } = sureIn(words)
  return {
    claim: claimIn(first!)!,
    sure,
    ...objectionsTo(because, rest),
    asked: ledBy(leads.asked, rest)[0] ?? '',
    figure: own.find(block => block.kind === 'figure'),
    quotation: own.find(block => block.kind === 'quotation'),
  }
}

function isArgued(own: Block[]): boolean {
  const words = own.flatMap(block => (block.kind === 'paragraph' ? [inlineText(withoutMarks(block.inlines))] : []))
  return words.some(text => sureSaid.test(text) || text.startsWith(leads.for) || text.startsWith(leads.against))
}

function claimIn(block: Block): string | undefined {
  if (block.kind === 'heading' && block.level > 2) return inlineText(withoutMarks(block.inlines))
  if (block.kind !== 'paragraph' || block.inlines.length < 2) return undefined
  const [first] = block.inlines
  const words = first?.kind === 'strong' ? inlineText(first.inlines).trim() : ''
  return words.length > 24 && !isLead(words) ? words : undefined
}

/** What stands under words that lead a paragraph: the items of the list that follows, or the rest of the paragraph. */
function ledBy(lead: string, blocks: Block[]): string[] {
  const at = blocks.findIndex(block => block.kind === 'paragraph' && leadOf(block)?.startsWith(lead))
  const found = blocks[at]
  if (found?.kind !== 'paragraph') return []
  const beside = withoutNumbers(found.inlines.slice(1)).replace(/^[.:]\s*/, '')
  if (beside !== '') return [beside]
  const next = blocks[at + 1]
  return next?.kind === 'list' ? next.items.flatMap(item => sentencesIn(item.blocks).slice(0, 1)) : []
}

function leadOf({ inlines }: Paragraph): string | undefined {
  const [first] = inlines
  return first?.kind === 'strong' ? inlineText(first.inlines).trim() : undefined
}

type Against = Pick<ClaimSaid, 'because' | 'against' | 'moreAgainst' | 'saysNothingAgainst'>

/** What speaks against a claim: listed below it, or else said in a sentence of its own among the reasons. */
function objectionsTo(because: string, blocks: Block[]): Against {
  const listed = listedAgainst(blocks)
  if (listed.length > 0) {
    const pieces = listed.filter(({ words }) => !/^and \d+ more\b/.test(words))
    const more = /^and (\d+) more\b/.exec(listed.at(-1)!.words)
    const strongest = pieces.find(({ words }) => words.includes(': ')) ?? pieces[0]
    return {
      because,
      against: strongest ? objection(strongest.said) : '',
      moreAgainst: Math.max(0, pieces.length - 1) + Number(more?.[1] ?? 0),
      saysNothingAgainst: false,
    }
  }
  const sentences = because.split(/(?<=[.!?][”’"')]*)\s+(?=[\p{Lu}“‘"])/u)
  const against = sentences.find(one => speaksAgainst.test(one)) ?? ''
  return {
    because: sentences.filter(one => one !== against).join(' '),
    against,
    moreAgainst: 0,
    saysNothingAgainst: ledBy(leads.against, blocks).some(isNothing),
  }
}

/** How a sentence begins that takes back some of what stands before it. */
const speaksAgainst =
  /^(?:But|However|Yet|Against (?:it|this|that)|What speaks against|On the other hand|Not (?:every|all)|It (?:did|does) not)\b/

const isNothing = (words: string) => /^nothing\b/i.test(words)

/** The items of the list under its lead, or the words beside the lead; a piece by its title and what the group says of it. */
function listedAgainst(blocks: Block[]): { words: string; said: { title: string; note: string } }[] {
  const list = listUnder(leads.against, blocks)
  if (!list)
    return ledBy(leads.against, blocks)
      .filter(words => !isNothing(words))
      .map(words => ({ words, said: { title: '', note: words } }))
  return list.items.flatMap(({ blocks: [first] }) => {
    if (first?.kind !== 'paragraph') return []
    const words = withoutNumbers(first.inlines)
    const [piece] = first.inlines
    const title = piece?.kind === 'reference' ? piece.title : ''
    return [{ words, said: title && words.startsWith(title) ? noteOf(title, words) : { title: '', note: words } }]
  })
}

function noteOf(title: string, words: string): { title: string; note: string } {
  return { title, note: words.slice(title.length).replace(/^:\s*/, '') }
}

function listUnder(lead: string, blocks: Block[]): List | undefined {
  const at = blocks.findIndex(block => block.kind === 'paragraph' && leadOf(block)?.startsWith(lead))
  const next = at < 0 ? undefined : blocks[at + 1]
  return next?.kind === 'list' ? next : undefined
}

/** `Children ask more. We are fairly sure. Against it speaks E12: they ask each other.` in a list. */
function claimsInList(blocks: Block[]): ClaimSaid[] {
  return blocks
    .flatMap(block => (block.kind === 'list' ? block.items : []))
    .flatMap(item => {
      const words = textOfBlocks(item.blocks)
      const sentence = /^(.*?[.!?])\s+((?:We are|This is)[^.]*(?:sure|hunch)\.)\s*(.*)$/s.exec(words)
      if (!sentence) return []
      const [, claim, sure, rest] = sentence as unknown as [string, string, string, string]
      return [{ claim, sure: sure.replace(/\.$/, ''), ...againstInShort(rest), asked: '' }]
    })
}

/** `Two of us counted. Against it speaks E12: they ask each other. So do 2 more.` */
function againstInShort(rest: string): Against {
  const at = rest.search(/Against it speaks /)
  const [reasons, told] = at < 0 ? [rest, ''] : [rest.slice(0, at), rest.slice(at)]
  const saysNothingAgainst = reasons.includes(nothingAgainstSaid)
  const because = reasons.replace(nothingAgainstSaid, '').trim()
  if (told === '') return { because, against: '', moreAgainst: 0, saysNothingAgainst }
  const more = /\s*So (?:does one more piece|do (\d+) more)\.\s*$/.exec(told)
  const note = told
    .slice(0, more?.index)
    .replace(/^Against it speaks (?:E\d+)?[:.]?\s*/, '')
    .trim()
  return {
    because,
    against: note ? objection({ title: '', note }) : unnamedObjection,
    moreAgainst: more ? Number(more[1] ?? 1) : 0,
    saysNothingAgainst,
  }
}

const sureSaid = /(?:^|[.!?]\s+)(?:We are (?:fairly )?sure|This is a hunch)\b/i

/** How sure, in the group's own words where a sentence says so, and what is left to be told. */
function sureIn(words: string): { sure: string; because: string } {
  const said = /(?:^|(?<=[.!?]\s))(We are (?:fairly )?sure|This is a hunch)\b([^.!?]*)[.!?]\s*/i.exec(words)
  if (!said) return { sure: '', because: words }
  const more = said[2]!.trim().replace(/^[,:;]\s*/, '')
  const rest = `${words.slice(0, said.index)}${words.slice(said.index + said[0].length)}`
  return { sure: said[1]!, because: more.length > 20 ? `${begun(more)}. ${rest}`.trim() : rest.trim() }
}

function bySureness(found: ClaimSaid[]): ClaimSaid[] {
  const rank = ({ sure }: ClaimSaid) => SURENESS.findIndex(words => sure.toLowerCase().endsWith(words))
  return [...found].sort((one, other) => rank(other) - rank(one))
}

/** Recommendations stand under a heading each, or as a numbered list. */
function adviceIn(blocks: Block[]): Advice[] {
  const [, ...under] = underHeadings(blocks)
  if (under.length > 0)
    return under.map(one => ({
      recommendation: one.heading.replace(/^\d+\.\s*/, ''),
      cost: ledBy(leads.costs, one.blocks)[0] ?? '',
    }))
  const items = blocks.flatMap(block => (block.kind === 'list' ? block.items : []))
  return items.map(item => ({ recommendation: paragraphsIn(item.blocks).join(' '), cost: '' }))
}

/** The words of a line without the numbers of pieces, which lead nowhere in a short form. */
export function withoutNumbers(inlines: Inline[]): string {
  const words = inlines
    .filter(inline => inline.kind !== 'reference' && inline.kind !== 'note')
    .map(inline => ('inlines' in inline ? withoutNumbers(inline.inlines) : inlineText([inline])))
    .join(' ')
  return words
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?)\]”’])/g, '$1')
    .replace(/([([“‘])\s+/g, '$1')
    .replace(/\(\s*[,;]?\s*\)|Evidence:[\s,]*(?:and)?\s*\./g, '')
    .replace(/,(?:\s*(?:,|and))*\s*([.;])/g, '$1')
    .trim()
}

function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
