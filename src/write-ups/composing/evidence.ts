import type { Piece } from '../../evidence/evidence.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import { stageKeys, stageNamed } from '../../stages.js'
import { byName, day, listed, plural } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { list, sentence, stacked, under } from './markdown.js'

/** How much the group looked at, of what kinds and where, the way it went, and whom it did not hear. */
export function composeEvidence({ pieces, moves, words }: Logged): string {
  const missing = stageFields.find(one => one.field === 'evidence.missing')!
  return stacked(
    inOneSentence(pieces),
    under('The way we went', list(moves.map(moveInWords))),
    under(missing.heading, words(missing.field)),
  )
}

function inOneSentence(pieces: Piece[]): string {
  if (pieces.length === 0) return ''
  const days = pieces.map(piece => piece.gatheredOn).sort()
  const people = new Set(pieces.map(piece => piece.loggedBy)).size
  const schools = schoolsIn(pieces).length
  const gathered = days[0] === days.at(-1) ? `on ${day(days[0])}` : `between ${day(days[0])} and ${day(days.at(-1))}`
  return `${plural(people, 'colleague', 'colleagues')} logged ${plural(pieces.length, 'piece', 'pieces')} of evidence in ${plural(schools, 'school', 'schools')}, gathered ${gathered}.`
}

function schoolsIn(pieces: Piece[]) {
  const schools = new Map(pieces.flatMap(piece => piece.schools).map(school => [school.id, school]))
  return [...schools.values()].sort(byName)
}

function moveInWords({ fromStage, toStage, sentence: learned, movedAt }: Logged['moves'][number]): string {
  const [from, to] = [stageKeys.indexOf(fromStage), stageKeys.indexOf(toStage)]
  const way = to < from ? 'we went back to' : 'we moved on to'
  return `**${day(movedAt)}, ${way} ${listed([stageNamed(toStage).name])}.** ${sentence(learned)}`
}
