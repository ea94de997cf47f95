import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import type { ModerationPiece, ModerationRound } from './tables.js'

/** A round with those who judge in it: whatever a right is asked of. */
export interface WithJudges {
  round: ModerationRound
  judges: { personId: string; leftAt: string | null }[]
}

export function mayPrepareRounds(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/** Those who judge, and whoever leads it; nobody else, whatever their role. */
export function mayReadRound(person: Person, { round, judges }: WithJudges): boolean {
  return person.works(round.networkId) && (round.leaderId === person.id || judgesIn(person, judges))
}

function judgesIn(person: Person, judges: WithJudges['judges']): boolean {
  return judges.some(one => one.personId === person.id && one.leftAt === null)
}

export function leadsRound(person: Person, { round }: WithJudges): boolean {
  return round.leaderId === person.id && person.works(round.networkId)
}

/** The sheet stays as it is once somebody judges by it. */
export function mayChangeSheet(person: Person, found: WithJudges): boolean {
  return leadsRound(person, found) && found.round.begunAt === null
}

export function mayChooseJudges(person: Person, found: WithJudges): boolean {
  return leadsRound(person, found) && found.round.openedAt === null
}

export function mayPutPieces(person: Person, found: WithJudges): boolean {
  return mayReadRound(person, found) && found.round.begunAt === null
}

/** Somebody of the network who does not judge in it asks to be let in, until it is opened. */
export function mayAskToJudge(person: Person, { round, judges }: WithJudges): boolean {
  const isIn = round.leaderId === person.id || judgesIn(person, judges)
  return person.works(round.networkId) && round.openedAt === null && !isIn
}

/** A face is covered whenever it is seen, by whoever brought the picture or leads the round. */
export function mayCoverPictures(person: Person, found: WithJudges, piece: ModerationPiece): boolean {
  return piece.evidenceId === null && (piece.addedBy === person.id || leadsRound(person, found))
}

/** Whoever brought it, the round’s leader, and the head of the school that it comes from. */
export function mayTakePieceOut(person: Person, found: WithJudges, piece: ModerationPiece): boolean {
  if (piece.removedAt !== null) return false
  return piece.addedBy === person.id || leadsRound(person, found) || headOf(person, piece)
}

function headOf(person: Person, { schoolId }: ModerationPiece): boolean {
  return schoolId !== null && person.answersFor(schoolId)
}

/** Alone until the round is opened; afterwards only whoever has said nothing of the piece yet. */
export function mayJudge(person: Person, { round, judges }: WithJudges, piece: ModerationPiece, hasJudged: boolean) {
  if (!judgesIn(person, judges) || round.begunAt === null || round.finishedAt !== null) return false
  return round.openedAt === null || (piece.agreedAt === null && !hasJudged)
}

/** Nobody sees the others’ judgements of a piece before they have given their own and the round was opened. */
export function maySeeJudgements(person: Person, found: WithJudges, hasJudged: boolean): boolean {
  if (found.round.openedAt === null || !mayReadRound(person, found)) return false
  return hasJudged || !judgesIn(person, found.judges)
}

/** The reason is written by all who judge, once they see what the others said. */
export function mayWriteReason(person: Person, found: WithJudges, piece: ModerationPiece, hasJudged: boolean): boolean {
  return maySeeJudgements(person, found, hasJudged) && found.round.finishedAt === null && piece.agreedAt === null
}

/** The leader writes down what was agreed. */
export function mayAgree(person: Person, found: WithJudges): boolean {
  return leadsRound(person, found) && found.round.openedAt !== null && found.round.finishedAt === null
}

/** What was agreed is an example for those who work in the network. */
export function mayReadExamples(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}
