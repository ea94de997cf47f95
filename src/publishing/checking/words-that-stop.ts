import { unread } from '../../names/names.js'
import type { Db } from '../../database.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Piece } from '../../evidence/evidence.js'
import {
  comparisonRows,
  forComparison,
  shownComparisons,
  type ShownComparison,
} from '../../instruments/comparisons/comparisons.js'
import { hindrancesIn } from '../../evidence/sharing/publishable.js'
import { citedIn } from '../../write-ups/document/citing.js'
import { listed } from '../../words/words.js'
import { type Checked, plain, type Stop, whereItStands } from './what-is-checked.js'

/** How long a sentence has to be to tell where it is from. */
const TELLING = 60

/** Words of a piece that may not go out, typed or pasted into the text instead of being quoted by number. */
export function pastedWords(checked: Checked): Stop[] {
  const { document, said, pieces, names } = checked
  const cited = new Set(citedIn(document))
  const outside = (piece: Piece) => sentencesOf({ whatWeSaw: names.read(piece.whatWeSaw) })
  const pasted = pieces.filter(
    piece => !cited.has(piece.id) && outside(piece).some(sentence => said.includes(sentence)),
  )
  const ids = pasted.map(piece => piece.id)
  const stopped = new Set(hindrancesIn(pasted, ids, 'public').map(finding => finding.piece.id))
  return pasted
    .filter(piece => stopped.has(piece.id))
    .map(piece => ({
      kind: 'text' as const,
      because: `Words of ${numberOf(piece)} stand in the text, and ${numberOf(piece)} may not go out.`,
      mendAt: whereItStands(checked, text => sentencesOf(piece).some(sentence => text.includes(sentence))),
      mend: 'Take the words out',
    }))
}

function sentencesOf(piece: Pick<Piece, 'whatWeSaw'>): string[] {
  return piece.whatWeSaw
    .split(/(?<=[.!?])\s+|\n+/)
    .map(plain)
    .filter(sentence => sentence.length >= TELLING)
}

/** What a head answered is theirs: it is told outside only with their agreement. */
export async function unagreedResponses(db: Db, checked: Checked): Promise<Stop[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['schools.name', 'responses.reason', 'responses.whatCanBeSeen'])
    .where('recommendations.groupId', '=', checked.writeUp.groupId)
    .where('responses.publicAt', 'is', null)
    .where('responses.answeredAt', 'is not', null)
    .execute()
  return rows.flatMap(({ name, reason, whatCanBeSeen }) => {
    const answer = unread([reason, whatCanBeSeen]).map(plain)
    if (!answer.some(words => isQuoted(checked.said, words))) return []
    return [
      {
        kind: 'text' as const,
        because: `The answer of ${name} is quoted, and its head has not agreed to its being published.`,
        mendAt: whereItStands(checked, text => answer.some(words => isQuoted(text, words))),
        mend: 'Take the answer out, or ask the head',
      },
    ]
  })
}

/**
 * Numbers of something that was compared with stand in composed text by its name. They go out while whoever leads the group
 * says that they may, and no longer: also where it is not compared with any more.
 */
export async function numbersTakenBack(db: Db, checked: Checked): Promise<Stop[]> {
  if (!checked.said.includes(forComparison)) return []
  const { groupId, enquiry } = checked.writeUp
  const rows = await comparisonRows(db, groupId)
  const [asWritten, outside] = [enquiry.names, checked.names].map(names => shownComparisons(rows, names))
  const labelsOf = (those: ShownComparison[]) => those.map(one => plain(one.label))
  const shared = labelsOf([...asWritten!, ...outside!].filter(one => one.sharedAt !== null))
  const isLeft = (text: string) =>
    shared.reduce((left, label) => left.replaceAll(label, ''), text).includes(forComparison)
  if (!isLeft(checked.said)) return []
  const known = outside!.filter(one => one.sharedAt === null && checked.said.includes(plain(one.label)))
  const whose =
    known.length > 0 ? listed(known.map(one => `“${one.name}, ${one.school}”`)) : 'something that you compared with'
  return [
    {
      kind: 'text',
      because: `Numbers of ${whose} stand in the text, and may not leave the group.`,
      mendAt: whereItStands(checked, isLeft),
      mend: 'Take the numbers out, or compose this part again',
    },
  ]
}

function isQuoted(said: string, words: string): boolean {
  return words.length >= 20 && said.includes(words)
}
