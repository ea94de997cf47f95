import type { Inline } from '../../documents/document.js'
import { listed } from '../../words/words.js'
import type { Name, Work } from '../references/work.js'

/** How authors are named in a sentence and in a list, as British universities write Harvard. */

/** Whose work it is: its authors, or else its editors. */
export function makersOf(work: Work): { names: Name[]; edited: boolean } {
  if (work.author?.length) return { names: work.author, edited: false }
  return { names: work.editor ?? [], edited: (work.editor ?? []).length > 0 }
}

/** `Wiliam`, `Black and Wiliam`, `Boyle, Hargreaves and Harris`; of four or more, the first *et al.* */
export function shortNames(work: Work): Inline[] {
  const { names } = makersOf(work)
  if (names.length === 0) return [{ kind: 'emphasis', inlines: text(work.title) }]
  if (names.length > 3 || hasOthers(names)) return [...text(`${surname(names[0]!)} `), andOthers]
  return text(listed(names.map(surname)))
}

/** `Black, P. and Wiliam, D.` */
export function fullNames(names: Name[]): Inline[] {
  if (names.length > 3 || hasOthers(names)) return [...text(`${inverted(names[0]!)} `), andOthers]
  return text(listed(names.map(inverted)))
}

/** `Smith, A.B.`, `van der Berg, J.`, `Department for Education`, `王小明` */
export function inverted(name: Name): string {
  if (!name.family) return name.literal ?? ''
  const given = name.given ?? ''
  if (isHan(name.family)) return `${name.family}${given}`
  const suffix = name.suffix ? `, ${name.suffix}` : ''
  return `${surname(name)}, ${initials(given)}${suffix}`
}

export function surname(name: Name): string {
  const { family, literal } = name
  return [name['non-dropping-particle'], family ?? literal].filter(Boolean).join(' ')
}

/** Somebody cited the work with “and others” only. */
function hasOthers(names: Name[]): boolean {
  return names.length > 1 && /^(?:and )?others$|^et al\.?$/i.test(names.at(-1)!.literal ?? '')
}

const andOthers: Inline = { kind: 'emphasis', inlines: text('et al.') }

/**
 * `Mary-Anne J.` → `M.-A.J.`; the Welsh Ll is one letter. Scripts without capitals have no initials, so that the name
 * stays whole.
 */
export function initials(given: string): string {
  const parts = given.replace(/\./g, '. ').split(/\s+/).filter(Boolean)
  if (parts.some(part => part[0]!.toLowerCase() === part[0]!.toUpperCase())) return given
  return parts.map(part => part.split('-').filter(Boolean).map(initial).join('-')).join('')
}

function initial(part: string): string {
  const first = /^ll/i.test(part) ? 'Ll' : [...part][0]!
  return `${first === 'Ll' ? first : first.toUpperCase()}.`
}

function isHan(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(name)
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
