import type { Piece } from '../../evidence/evidence.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import { stageKeys, stageNamed } from '../../stages.js'
import { day } from '../../words/words.js'
import { besides } from '../../handouts/leads.js'
import type { Logged } from '../document/logged.js'
import { ended, howMuchWasLogged } from '../sentences.js'
import { list, stacked, under } from './markdown.js'

/** How much the group looked at, of what kinds and where, the way it went, and whom it did not hear. */
export function composeEvidence({ pieces, moves, words }: Logged): string {
  const missing = stageFields.find(one => one.field === 'evidence.missing')!
  return stacked(
    inOneSentence(pieces),
    under(besides.way, list(moves.map(moveInWords))),
    under(missing.heading, words(missing.field)),
  )
}

function inOneSentence(pieces: Piece[]): string {
  if (pieces.length === 0) return ''
  const days = pieces.map(piece => piece.gatheredOn).sort()
  return howMuchWasLogged({
    people: new Set(pieces.map(piece => piece.loggedBy)).size,
    pieces: pieces.length,
    schools: new Set(pieces.flatMap(piece => piece.schools.map(school => school.id))).size,
    elsewhere: pieces.some(piece => piece.elsewhere !== ''),
    withoutSchool: pieces.filter(piece => piece.schools.length === 0 && piece.elsewhere === '').length,
    first: days[0]!,
    last: days.at(-1)!,
  })
}

function moveInWords({ fromStage, toStage, sentence: learned, movedAt }: Logged['moves'][number]): string {
  const [from, to] = [stageKeys.indexOf(fromStage), stageKeys.indexOf(toStage)]
  const way = to < from ? 'we went back to' : 'we moved on to'
  return `**${day(movedAt)}, ${way} ${stageNamed(toStage).name}.** ${ended(learned)}`
}
