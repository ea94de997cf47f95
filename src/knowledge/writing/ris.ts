import { kindOf } from '../references/kinds.js'
import { inverted } from '../citing/names.js'
import type { Name, Work } from '../references/work.js'

const types: Record<ReturnType<typeof kindOf>, string> = {
  article: 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  thesis: 'THES',
  'web page': 'ELEC',
  policy: 'STAT',
  other: 'GEN',
}

/** Works as a list in RIS, one line for each fact. */
export function risOf(references: { work: Work; key: string }[]): string {
  return references.map(({ work, key }) => entryOf(work, key)).join('\r\n')
}

function entryOf(work: Work, key: string): string {
  const [start, end] = (work.page ?? '').split('–')
  const kind = kindOf(work)
  const facts: [string, string | undefined][] = [
    ['TY', types[kind]],
    ['ID', key],
    ...(work.author ?? []).map((name): [string, string] => ['AU', nameInRis(name)]),
    ...(work.editor ?? []).map((name): [string, string] => [kind === 'book' ? 'A3' : 'ED', nameInRis(name)]),
    ['TI', work.title],
    ['T2', work['container-title']],
    ['PY', work.issued && String(work.issued[0]).padStart(4, '0')],
    ['DA', work.issued && slashed(work.issued)],
    ['ET', work.edition],
    ['VL', work.volume],
    [kind === 'article' ? 'IS' : 'M1', kind === 'article' ? work.issue : work.number],
    ['SP', start],
    ['EP', end],
    ['PB', work.publisher],
    ['CY', work['publisher-place']],
    ['M3', work.genre],
    ['SN', work.ISBN],
    ['DO', work.DOI],
    ['UR', work.URL],
    ['Y2', work.accessed && slashed(work.accessed)],
  ]
  const lines = facts.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

function nameInRis(name: Name): string {
  if (!name.family) return inverted(name)
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  return [family, name.given, name.suffix].filter(Boolean).join(', ')
}

function slashed(date: number[]): string {
  const [year, month, day] = date
  const two = (part: number | undefined) => (part ? String(part).padStart(2, '0') : '')
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`
}
