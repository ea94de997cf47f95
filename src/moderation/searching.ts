import type { Db } from '../database.js'
import { readers } from '../reach/readers.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Searchable } from '../search/searchables.js'
import { addressOfExample, examplesByIds, type FoundExample, levelsAgreed } from './examples/examples.js'
import type { moderationFacts } from './facts.js'

const changing = [
  'judgement of a piece agreed',
  'judgement of a piece talked of again',
  'piece taken out of a moderation round',
] satisfies (keyof typeof moderationFacts)[]

/** What was agreed about pupils’ work, found by what was looked at, its level and the reason. */
export const exampleSearch: Searchable = {
  kind: 'moderated-example',
  one: 'judged example',
  many: 'judged examples',
  version: 1,
  renewals: [
    after(changing, itself),
    after(['moderation round described'], ({ aboutId }, db) => piecesOfRound(db, aboutId)),
    after(['evidence erased', 'draft erased', 'consent withdrawn'], ({ aboutId }, db) => piecesOf(db, aboutId)),
  ],
  alsoCalled: [{ names: ['example', 'examples'], kinds: ['moderated-example'] }],
  async ids(db, from, most) {
    const rows = await db
      .selectFrom('moderationPieces')
      .select('id')
      .where('id', '>', from)
      .where('agreedAt', 'is not', null)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(row => row.id)
  },
  async entries(db, ids) {
    const rows = await db
      .selectFrom('moderationPieces')
      .selectAll()
      .where('id', 'in', ids)
      .where('agreedAt', 'is not', null)
      .where('removedAt', 'is', null)
      .where('goesTo', '=', 'network')
      .execute()
    const told = await levelsAgreed(db, rows)
    return rows.map(piece => {
      const example = { piece, ...told(piece) }
      return {
        record: piece.id,
        title: titleOf(example),
        words: wordsOf(example),
        day: piece.agreedAt!,
        readers: [readers.staff(piece.networkId)],
        about: {},
      }
    })
  },
  async find(db, person, ids) {
    if (!person) return []
    return (await examplesByIds(db, person, ids)).map(one => ({
      record: one.piece.id,
      thing: `moderated piece ${one.piece.id}`,
      label: '',
      kind: 'judged together',
      title: titleOf(one),
      words: wordsOf(one),
      href: addressOfExample(one.piece),
      day: one.piece.agreedAt!,
      schools: [],
      group: null,
      by: null,
    }))
  },
}

type Told = Pick<FoundExample, 'piece' | 'levels' | 'round'>

function titleOf({ levels }: Told): string {
  return levels.map(one => `${one.criterion}: ${one.level}`).join(' · ')
}

function wordsOf({ piece, round }: Told): string {
  return plainWords([piece.reason, round, piece.title, piece.words].filter(Boolean).join('\n\n'))
}

async function piecesOf(db: Db, evidenceId: string | null): Promise<string[]> {
  const rows = await db.selectFrom('moderationPieces').select('id').where('evidenceId', '=', evidenceId).execute()
  return rows.map(row => row.id)
}

async function piecesOfRound(db: Db, roundId: string | null): Promise<string[]> {
  const rows = await db.selectFrom('moderationPieces').select('id').where('roundId', '=', roundId).execute()
  return rows.map(row => row.id)
}
