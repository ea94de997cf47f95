import type { Block, Chart, Document, Figure, Inline, Quotation } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { withoutMarks } from '../documents/notes.js'
import { textOfBlocks } from '../documents/to-text.js'

/** A claim with how sure its group is and the words that follow it, as the write-up has them. */
export interface ClaimSaid {
  claim: string
  /** `We are fairly sure`; empty where the group does not say. */
  sure: string
  because: string
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
  found: ClaimSaid[]
  advice: Advice[]
  charts: Chart[]
  figures: Figure[]
  quotations: Quotation[]
}

const USUAL: Record<string, string> = {
  summary: 'in-short',
  evidence: 'what-we-did-to-find-out',
  claims: 'what-we-found',
  action: 'what-we-tried-and-where',
  evaluation: 'what-difference-it-made',
  recommendations: 'what-we-recommend',
}

const SURENESS = ['a hunch', 'fairly sure', 'sure']

export function whatItSays(document: Document): WhatItSays {
  const section = (part: string) => blocksUnder(document, document.sections?.[part] ?? USUAL[part] ?? '')
  const found = foundIn(section('claims'))
  const charts = document.parts.filter(block => block.kind === 'chart')
  return {
    lead: paragraphsIn(section('summary')),
    looked: paragraphsIn(section('evidence')),
    tried: paragraphsIn(section('action')),
    found: bySureness(found.length > 0 ? found : claimsInList(section('summary'))),
    advice: adviceIn(section('recommendations')),
    charts: [...charts.filter(chart => chart.of), ...charts.filter(chart => !chart.of)].filter(
      chart => chart.svg && chart.sentence.length < 300,
    ),
    figures: document.parts.filter(block => block.kind === 'figure'),
    quotations: document.parts.filter(block => block.kind === 'quotation'),
  }
}

function blocksUnder({ parts }: Document, id: string): Block[] {
  const from = parts.findIndex(block => block.kind === 'heading' && block.level === 2 && block.id === id)
  if (from < 0) return []
  const next = parts.findIndex((block, at) => at > from && block.kind === 'heading' && block.level === 2)
  return parts.slice(from + 1, next < 0 ? undefined : next)
}

/** The plain paragraphs that open a part, before its first heading. */
function paragraphsIn(blocks: Block[]): string[] {
  const first = blocks.findIndex(block => block.kind === 'heading')
  const opening = first > 0 ? blocks.slice(0, first) : blocks
  return opening
    .flatMap(block => (block.kind === 'paragraph' ? [withoutNumbers(block.inlines)] : []))
    .filter(words => words !== '' && !words.endsWith(':'))
}

/** A claim is a heading with its reasons beneath, or a paragraph that begins with the claim in bold. */
function foundIn(blocks: Block[]): ClaimSaid[] {
  const starts = blocks.flatMap((block, at) => (claimIn(block) ? [at] : []))
  return starts.map((at, place) => {
    const own = blocks.slice(at, starts[place + 1])
    const [first, ...rest] = own
    const beside = first!.kind === 'paragraph' ? first.inlines.slice(1) : []
    const after = rest.find(block => block.kind === 'paragraph')
    const words = withoutNumbers(beside.length > 0 ? beside : after?.kind === 'paragraph' ? after.inlines : [])
    return {
      claim: claimIn(first!)!,
      ...sureIn(words),
      figure: own.find(block => block.kind === 'figure'),
      quotation: own.find(block => block.kind === 'quotation'),
    }
  })
}

function claimIn(block: Block): string | undefined {
  if (block.kind === 'heading' && block.level > 2) return inlineText(withoutMarks(block.inlines))
  if (block.kind !== 'paragraph' || block.inlines.length < 2) return undefined
  const [first] = block.inlines
  const words = first?.kind === 'strong' ? inlineText(first.inlines).trim() : ''
  return words.length > 24 ? words : undefined
}

/** `Children ask more. We are fairly sure.` in a list. */
function claimsInList(blocks: Block[]): ClaimSaid[] {
  return blocks
    .flatMap(block => (block.kind === 'list' ? block.items : []))
    .flatMap(item => {
      const words = textOfBlocks(item.blocks)
      const sentence = /^(.*?[.!?])\s+((?:We are|This is)[^.]*(?:sure|hunch)\.)\s*(.*)$/s.exec(words)
      return sentence ? [{ claim: sentence[1]!, sure: sentence[2]!.replace(/\.$/, ''), because: sentence[3]! }] : []
    })
}

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
  const heads = blocks.flatMap((block, at) => (block.kind === 'heading' ? [at] : []))
  if (heads.length > 0)
    return heads.map((at, place) => {
      const head = blocks[at]!
      const own = blocks.slice(at + 1, heads[place + 1])
      const cost = own.flatMap(block => (block.kind === 'paragraph' ? [inlineText(withoutMarks(block.inlines))] : []))
      const costs = cost.find(words => words.startsWith('What it costs'))
      return {
        recommendation: head.kind === 'heading' ? inlineText(withoutMarks(head.inlines)).replace(/^\d+\.\s*/, '') : '',
        cost: costs?.replace(/^What it costs\.\s*/, '') ?? '',
      }
    })
  const listed = blocks.flatMap(block => (block.kind === 'list' ? block.items : []))
  return listed.map(item => ({ recommendation: paragraphsIn(item.blocks).join(' '), cost: '' }))
}

/** The words of a line without the numbers of pieces, which lead nowhere in a short form. */
export function withoutNumbers(inlines: Inline[]): string {
  const words = inlines
    .filter(inline => inline.kind !== 'reference' && inline.kind !== 'note')
    .map(inline => ('inlines' in inline ? withoutNumbers(inline.inlines) : inlineText([inline])))
    .join(' ')
  return words
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?)])/g, '$1')
    .replace(/\(\s*[,;]?\s*\)|Evidence:[\s,]*(?:and)?\s*\./g, '')
    .replace(/,(?:\s*(?:,|and))*\s*([.;])/g, '$1')
    .trim()
}

function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
