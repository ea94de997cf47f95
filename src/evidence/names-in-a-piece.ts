import type { Db } from '../database.js'
import { namesNoticed, type Noticed } from '../keys/noticing.js'
import type { Person } from '../people/person.js'
import type { Piece } from './evidence.js'
import type { EvidencePage } from './pages.js'
import { mayReviseEvidence } from './permissions.js'
import { reviseEvidence } from './revising.js'

/** What is written where a name is noticed that no key knows, or that is the name of several. */
const somebody = 'a pupil'

/** Words of the piece that look like a pupil's name, each once. */
export async function namesIn(db: Db, person: Person, piece: Piece): Promise<EvidencePage['names']> {
  const noticed = await namesNoticed(db, piece.groupId, `${piece.title}\n\n${piece.whatWeSaw}`)
  const each = new Map(noticed.map(one => [one.words, one]))
  const mayFix = mayReviseEvidence(person, piece)
  return [...each.values()].slice(0, 10).map(one => ({
    words: one.words,
    fix: mayFix ? { address: `/evidence/${piece.id}/names`, instead: one.code ?? somebody } : null,
  }))
}

/** Writes the code, or "a pupil", in place of a name that was noticed. @returns what is written now; undefined when it is not there */
export async function writeCodeInstead(
  db: Db,
  piece: Piece,
  person: Person,
  words: string,
): Promise<string | undefined> {
  const inTitle = await noticedAs(db, piece, piece.title, words)
  const inWords = await noticedAs(db, piece, piece.whatWeSaw, words)
  const [first] = [...inTitle, ...inWords]
  if (!first) return undefined
  const instead = first.code ?? somebody
  const { kind, stage, gatheredOn, schools } = piece
  const revised = {
    title: replaced(piece.title, inTitle, instead),
    whatWeSaw: replaced(piece.whatWeSaw, inWords, instead),
    ...{ kind, stage, gatheredOn },
    schools: schools.map(school => school.id),
  }
  const done = await reviseEvidence(db, piece, person, revised, piece.version)
  return done.outcome === 'saved' ? instead : undefined
}

async function noticedAs(db: Db, piece: Piece, text: string, words: string): Promise<Noticed[]> {
  return (await namesNoticed(db, piece.groupId, text)).filter(one => one.words === words)
}

function replaced(text: string, all: Noticed[], instead: string): string {
  return [...all]
    .reverse()
    .reduce((said, { startsAt, endsAt }) => said.slice(0, startsAt) + instead + said.slice(endsAt), text)
}
