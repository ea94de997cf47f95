import type { Work } from './work.js'

/** The kinds of published work that a teacher would tell apart, each as CSL knows it. */
export const kinds = [
  { kind: 'article', name: 'Article in a journal', type: 'article-journal' },
  { kind: 'book', name: 'Book', type: 'book' },
  { kind: 'chapter', name: 'Chapter in a book', type: 'chapter' },
  { kind: 'report', name: 'Report', type: 'report' },
  { kind: 'thesis', name: 'Thesis', type: 'thesis' },
  { kind: 'web page', name: 'Web page', type: 'webpage' },
  { kind: 'policy', name: 'Policy or guidance', type: 'legislation' },
  { kind: 'other', name: 'Something else', type: 'document' },
] as const

export type Kind = (typeof kinds)[number]['kind']
export const kindKeys = kinds.map(one => one.kind) as [Kind, ...Kind[]]

const types: Record<string, Kind> = {
  'article-journal': 'article',
  article: 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  collection: 'book',
  chapter: 'chapter',
  'entry-encyclopedia': 'chapter',
  'paper-conference': 'chapter',
  report: 'report',
  thesis: 'thesis',
  webpage: 'web page',
  post: 'web page',
  'post-weblog': 'web page',
  legislation: 'policy',
  bill: 'policy',
  regulation: 'policy',
  standard: 'policy',
}

export function kindOf({ type }: Pick<Work, 'type'>): Kind {
  return Object.hasOwn(types, type) ? types[type]! : 'other'
}

export function kindName(work: Pick<Work, 'type'>): string {
  return kinds.find(one => one.kind === kindOf(work))!.name
}
