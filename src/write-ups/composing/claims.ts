import type { ClaimInView, Linked } from '../../claims/claims.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import { listed } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { howSureWeAre, pieces, reference, said, sentence, stacked, under } from './markdown.js'

/** Each claim with what speaks for it and what speaks against it, both with the same weight. */
export function composeClaims(logged: Logged): string {
  const seeing = stageFields.find(one => one.field === 'evidence.seeing')!
  const quoted = new Set<string>()
  return stacked(
    under(seeing.heading, logged.words(seeing.field)),
    ...logged.claims.map(claim => under(claim.claim, claimInWords(claim, logged, quoted))),
    partByPart(logged),
  )
}

/** Which claims answer each part of the question; a part without an answer says so. */
function partByPart({ parts, claims }: Logged): string {
  if (parts.length === 0) return ''
  const answered = parts.map(part => {
    const own = claims.filter(claim => part.answers.claims.some(one => one.id === claim.id))
    const lines = own.map(claim => `- ${sentence(claim.claim)}`).join('\n')
    return `**${part.name}**\n\n${lines || 'We have no answer to this part yet.'}`
  })
  return under('What answers each part of our question', stacked(...answered))
}

function claimInWords(claim: ClaimInView, logged: Logged, quoted: Set<string>): string {
  return stacked(
    [howSureWeAre(claim), sentence(claim.sureBecause), whereFrom(claim)].filter(Boolean).join(' '),
    claim.for.length > 0 && `**What speaks for it**\n\n${pieces(claim.for)}`,
    quotation(claim.for, logged, quoted),
    picture(claim.for, logged, quoted),
    claim.against.length > 0
      ? `**What speaks against it**\n\n${pieces(claim.against)}`
      : '**What speaks against it:** nothing that we have logged.',
    quotation(claim.against, logged, quoted),
    said('What would change our minds.', claim.whatWouldChange && sentence(claim.whatWouldChange)),
  )
}

/** A claim that rests on one source or one school says so. */
function whereFrom({ coverage }: ClaimInView): string {
  const from = coverage.schools.length > 1 ? `The evidence comes from ${listed(coverage.schools)}.` : ''
  return [from, ...coverage.warnings.filter(warning => warning.inWriteUp).map(warning => sentence(warning.asks))]
    .join(' ')
    .trim()
}

const voices = ['pupil-voice', 'interview', 'observation', 'field-note']

const mostQuoted = 3

/** The words that the claim leans on, as far as anybody may read them; where it leans on none, the best voice of the side. */
function quotation(linked: Linked[], logged: Logged, quoted: Set<string>): string {
  const chosen = linked
    .flatMap(({ piece, quotations }) => quotations.map(one => ({ piece, ...one })))
    .filter(one => !one.lost && logged.mayGoOut.has(one.piece.id) && !quoted.has(one.passageId))
    .slice(0, mostQuoted)
  for (const { passageId } of chosen) quoted.add(passageId)
  if (chosen.length === 0) return voice(linked, logged, quoted)
  return stacked(...chosen.map(({ piece, number }) => reference(piece).replace(']]', ` quote ${number}]]`)))
}

/** Somebody who may be heard by anybody, once in a write-up. */
function voice(linked: Linked[], { mayGoOut }: Logged, quoted: Set<string>): string {
  const heard = voices.flatMap(kind => linked.filter(({ piece }) => piece.kind === kind))
  const found = heard.find(({ piece }) => fits(piece.whatWeSaw) && mayGoOut.has(piece.id) && !quoted.has(piece.id))
  if (!found) return ''
  quoted.add(found.piece.id)
  return reference(found.piece).replace(']]', ' quote]]')
}

function fits(words: string): boolean {
  return words.trim().length > 20 && words.length < 600
}

function picture(linked: Linked[], { mayGoOut }: Logged, quoted: Set<string>): string {
  const found = linked.find(
    ({ piece }) =>
      piece.files.some(file => file.kind === 'image') && mayGoOut.has(piece.id) && !quoted.has(`picture ${piece.id}`),
  )
  if (!found) return ''
  quoted.add(`picture ${found.piece.id}`)
  return reference(found.piece).replace(']]', ' picture]]')
}
