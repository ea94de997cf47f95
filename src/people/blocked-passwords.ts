import { dictionary } from '@zxcvbn-ts/language-common'

/*
 * Passwords that are guessed first. The list of some 49,000 leaked ones comes with a kept package; most of them are short,
 * so it is also held against what is left of a long one when figures and signs at its ends are taken away, and against
 * its two halves. Words of this place are added. There is no rule about capitals, figures or signs: they make passwords
 * harder to remember and hardly harder to guess.
 */
const leaked = dictionary['passwords-common']
const common = new Set(leaked)
const ours =
  'enquiry inquiry workbench enquiryworkbench collaborative evidence network school schools teacher teachers teaching headteacher learner leadlearner lead volunteer facilitator classroom education learning pupil pupils children governor academy primary secondary ysgol welcome hello letmein please secret change changeme temporary default setup admin administrator spring summer autumn winter monday friday january september october november december'
const words = new Set([...leaked.slice(0, 10_000), ...ours.split(' ')])
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]
const runs = rows.flatMap(row => [row, [...row].reverse().join('')])

/** Whether a password of the right length is among those that are guessed first. */
export function isBlocked(password: string): boolean {
  const squeezed = squeeze(password)
  if (squeezed.length < 6) return new Set(password).size < 6
  const core = squeezed.replace(/^\d+|\d+$/g, '')
  return common.has(squeezed) || isRepeated(squeezed) || isRun(squeezed) || isTwoWords(core)
}

/** Whether little is left of a password without the person's own name and address. */
export function isAboutPerson(password: string, about: string[]): boolean {
  const parts = about.flatMap(words => words.split(/[^\p{L}\p{N}]+/u).map(squeeze))
  const known = parts.filter(part => part.length >= 3).sort((one, other) => other.length - one.length)
  const left = known.reduce((words, part) => words.replaceAll(part, ''), squeeze(password))
  return known.length > 0 && left.length < 6
}

function squeeze(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function isRepeated(squeezed: string): boolean {
  return /^(.{1,6}?)\1+$/u.test(squeezed) || new Set(squeezed).size < 4
}

/** Made of nothing but stretches along the alphabet, the figures or the keyboard. */
function isRun(squeezed: string): boolean {
  let at = 0
  while (at < squeezed.length) {
    let end = at + 3
    if (!follows(squeezed.slice(at, end))) return false
    while (end < squeezed.length && follows(squeezed.slice(at, end + 1))) end++
    at = squeezed.length - end < 3 ? squeezed.length : end
  }
  return true
}

function follows(piece: string): boolean {
  return piece.length >= 3 && runs.some(run => run.includes(piece))
}

function isTwoWords(core: string): boolean {
  if (words.has(core)) return true
  for (let at = 3; at <= core.length - 3; at++) {
    if (words.has(core.slice(0, at)) && words.has(core.slice(at).replace(/^\d+/, ''))) return true
  }
  return false
}
