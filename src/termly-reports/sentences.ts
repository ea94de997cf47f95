import { listed, plural } from '../words/words.js'

/** Sentences that a termly report adds to what people wrote. Examples: tests/termly-reports/sentences.test.ts. */

export function termsInOneSentence(term: string, before: string | undefined): string {
  return before ? `What was counted in ${term}, each number beside that of ${before}.` : `What was counted in ${term}.`
}

/** Every piece is of one kind, so that the bars add up to all of them. */
export function evidenceInOneSentence(
  term: string,
  kinds: { kind: string; now: number; before: number }[],
  before: string | undefined,
): string {
  const sum = (of: 'now' | 'before') => kinds.reduce((all, one) => all + one[of], 0)
  const most = Math.max(0, ...kinds.map(one => one.now))
  const often = kinds.filter(one => one.now === most).map(one => one.kind)
  const named =
    most > 0 && often.length < 3 && kinds.length > 1
      ? `, most of all by ${listed(often)} (${most}${often.length > 1 ? ' each' : ''})`
      : ''
  const then = before
    ? `; in ${before} there were ${sum('before') === 0 ? 'none' : sum('before').toLocaleString('en-GB')}`
    : ''
  return `${plural(sum('now'), 'piece', 'pieces')} of evidence in ${term}${named}${then}.`
}

/** A claim among what a group learned, with how sure it is: a hunch is none of it. */
export function learned(claim: string, strength: string): string {
  return `${claim.replace(/\s+/g, ' ').trim().replace(/[.]$/, '')} (${strength === 'sure' ? 'we are sure' : 'we are fairly sure'}).`
}

/** What a group suspects, or of which as much speaks against as for it. */
export function suspected(claim: string): string {
  return `${claim.replace(/\s+/g, ' ').trim().replace(/[.]$/, '')} (a hunch, still to be looked into).`
}

export function disputed(claim: string, speakFor: number, against: number): string {
  return `${claim.replace(/\s+/g, ' ').trim().replace(/[.]$/, '')} (still open: ${plural(speakFor, 'piece speaks', 'pieces speak')} for it, ${against} against).`
}
