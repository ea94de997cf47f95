import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import type { Piece } from './piece.js'
import { ownNames, type Pseudonyms, pseudonymsByGroup, pseudonymsTowards } from './pseudonyms.js'
import type { Consent } from './tables.js'

/** The pieces as this reader meets them: outside the group, schools and people are called by their pseudonyms. */
export async function disguised(db: Db, person: Person, pieces: Piece[]): Promise<Piece[]> {
  const of = pseudonymsByGroup(db, person)
  return Promise.all(
    pieces.map(async piece => {
      if (piece.loggedBy === person.id) return piece
      const pseudonyms = await of(piece.groupId)
      return pseudonyms.any ? under(pseudonyms, piece) : piece
    }),
  )
}

/** The words of a piece as this reader meets them. */
export async function wordsTowards(
  db: Db,
  person: Person,
  piece: Pick<Piece, 'groupId' | 'loggedBy'>,
): Promise<Pseudonyms['words']> {
  if (piece.loggedBy === person.id) return ownNames.words
  return (await pseudonymsTowards(db, person, piece.groupId)).words
}

/** A piece under the pseudonyms of its group, for whatever leaves the group. */
export function under(pseudonyms: Pseudonyms, piece: Piece): Piece {
  const { words } = pseudonyms
  return {
    ...piece,
    title: words(piece.title),
    whatWeSaw: words(piece.whatWeSaw),
    withdrawnBecause: piece.withdrawnBecause && words(piece.withdrawnBecause),
    schools: piece.schools.map(school => ({ ...school, name: pseudonyms.school(school) })),
    files: piece.files.map(file => ({ ...file, name: words(file.name), alt: words(file.alt) })),
    consent: piece.consent && underWords(words, piece.consent),
    consents: piece.consents.map(one => underWords(words, one)),
    cap: piece.cap && { ...piece.cap, school: words(piece.cap.school), because: words(piece.cap.because) },
  }
}

function underWords(words: Pseudonyms['words'], consent: Consent): Consent {
  const { subject, givenBy, wording } = consent
  return { ...consent, subject: words(subject), givenBy: words(givenBy), wording: words(wording) }
}
