import type { ClaimInView, Linked } from '../../claims/claims.js'
import { onlyOnePiece } from '../../claims/coverage/coverage.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import type { Logged } from '../document/logged.js'
import { besides, leads } from '../../handouts/leads.js'
import {
  ended,
  howSureWeAre,
  morePassages,
  notAnswered,
  nothingAgainst,
  onBothSides,
  whereItComesFrom,
} from '../sentences.js'
import { pieces, reference, said, stacked, under } from './markdown.js'

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
    const lines = own.map(claim => `- ${ended(claim.claim)} ${howSureWeAre(claim.strength)}`).join('\n')
    return `**${part.name}**\n\n${lines || 'We have no answer to this part yet.'}`
  })
  return under(besides.answers, stacked(...answered))
}

function claimInWords(claim: ClaimInView, logged: Logged, quoted: Set<string>): string {
  const { for: speakFor, against } = claim
  return stacked(
    [howSureWeAre(claim.strength), ended(claim.sureBecause)].filter(Boolean).join(' '),
    [onBothSides(speakFor.length, against.length), whereFrom(claim)].filter(Boolean).join(' '),
    speakFor.length > 0 && `**${leads.for}**\n\n${pieces(speakFor)}`,
    quotation(speakFor, logged, quoted),
    picture(speakFor, logged, quoted),
    against.length > 0 ? `**${leads.against}**\n\n${pieces(against)}` : nothingAgainst,
    quotation(against, logged, quoted),
    notAnswered(challengesTo(claim, logged)),
    said(`${leads.changes}.`, claim.whatWouldChange && ended(claim.whatWouldChange)),
  )
}

function challengesTo({ id }: ClaimInView, { challenges }: Logged): (string | null)[] {
  return challenges.filter(one => one.aboutKind === 'claim' && one.aboutId === id).map(one => one.body)
}

/** A claim that rests on one source or one school says so. */
function whereFrom({ coverage }: ClaimInView): string {
  const { schools, elsewhere, withoutSchool, warnings } = coverage
  return [
    whereItComesFrom(schools, withoutSchool, elsewhere),
    ...warnings.filter(({ inWriteUp, asks }) => inWriteUp && asks !== onlyOnePiece).map(warning => ended(warning.asks)),
  ]
    .filter(Boolean)
    .join(' ')
}

const voices = ['pupil-voice', 'interview', 'observation', 'field-note']

const mostQuoted = 6

/** The words that the claim leans on, as far as anybody may read them; where it leans on none, the best voice of the side. */
function quotation(linked: Linked[], logged: Logged, quoted: Set<string>): string {
  const all = linked
    .flatMap(({ piece, quotations }) => quotations.map(one => ({ piece, ...one })))
    .filter(one => !one.lost && logged.mayGoOut.has(one.piece.id) && !quoted.has(one.passageId))
  const chosen = all.slice(0, mostQuoted)
  for (const { passageId } of chosen) quoted.add(passageId)
  if (chosen.length === 0) return voice(linked, logged, quoted)
  return stacked(
    ...chosen.map(({ piece, number }) => reference(piece).replace(']]', ` quote ${number}]]`)),
    morePassages(all.length - chosen.length),
  )
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
