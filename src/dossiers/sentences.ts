import { plural } from '../words/words.js'

/** Sentences that a dossier adds to what groups wrote. Examples: tests/dossiers/sentences.test.ts. */

/** What a head reads first: how many were sent, what they would take, and what waits. @param days of release time in a year */
export function openingOf({ sent, waiting, days }: { sent: number; waiting: number; days: number }): string {
  const came = `${plural(sent, 'recommendation has', 'recommendations have')} been sent to your school by colleagues who looked closely at classrooms and asked one question together.`
  const cost =
    days > 0
      ? `${sent === 1 ? 'It' : 'Together they'} would take ${plural(days, 'day', 'days')} of release time in a year.`
      : ''
  return [came, cost, whatWaits(sent, waiting)].filter(Boolean).join(' ')
}

function whatWaits(sent: number, waiting: number): string {
  if (waiting === 0)
    return sent === 1
      ? 'You have answered it, and may think again at any time.'
      : 'You have answered all of them, and may think again at any time.'
  const which = sent === 1 ? 'It waits' : waiting === sent ? 'All wait' : plural(waiting, 'waits', 'wait')
  return `${which} for your answer: accept it, change it to suit your school, or decline it. Each answer counts as much as another, and the reason is what the group learns from.`
}

/** Evidence against a claim of which nobody outside may see any; why not differs from piece to piece, and is not told. */
export function keptAgainst(kept: number): string {
  return kept === 1
    ? 'But: one piece of evidence speaks against it, which is not shown here.'
    : `But: ${kept} pieces of evidence speak against it, which are not shown here.`
}

/** Evidence that a recommendation leans on and that nobody outside may see. */
export function keptPieces(kept: number): string {
  return kept === 1 ? 'One piece is not shown here.' : `${kept} pieces are not shown here.`
}

/** Evidence that it leaned on, and that is there no more. */
export function withdrawnPieces(withdrawn: number): string {
  return withdrawn === 1 ? 'One piece was withdrawn.' : `${withdrawn} pieces were withdrawn.`
}

export function costSaid(releaseDays: number | null, cost: string): string {
  const days =
    releaseDays === null
      ? 'Nobody has said how much release time it takes.'
      : releaseDays === 0
        ? 'No release time.'
        : `${plural(releaseDays, 'day', 'days')} of release time in a year.`
  return [days, cost].filter(Boolean).join(' ')
}
