import type { Db } from '../database.js'
import type { Piece } from '../evidence/evidence.js'
import { hindered, type ManyAct } from '../evidence/together/acts.js'
import { readableTextsOf } from '../evidence/readable-texts/readable-texts.js'
import { bookFor, type CodeInBook } from './codebook/book.js'
import { codePassage, takeCodeOff } from './passages/coding-passages.js'
import { mayCode } from './permissions.js'

/** A code for all that is written in each piece. */
export const codeTogether: ManyAct<CodeInBook[]> = {
  name: 'code',
  label: 'A code for all their words',
  knows: bookFor,
  choices(_db, { enquiry }, book) {
    const codes = mayCode(enquiry) ? book.filter(code => !code.retiredAt) : []
    return Promise.resolve(codes.map(code => ({ value: code.id, text: `Code with “${code.path}”` })))
  },
  async hinders(db, _around, pieces) {
    const blind = await readBlind(db, pieces)
    return hindered(pieces, piece => {
      if (piece.sharedWithGroupAt === null) return 'It is a draft. Share it with the group first.'
      if (piece.whatWeSaw.trim() === '') return 'It has no words of its own. Code its files on its own page.'
      return blind.has(piece.id) ? 'Two people read it blind just now, so it is coded on its own page.' : undefined
    })
  },
  async does(trx, { person, enquiry }, pieces, codeId) {
    const done = []
    for (const piece of pieces) {
      const text = (await readableTextsOf(trx, piece)).find(one => one.source === 'words')
      if (!text) continue
      const place = { startsAt: 0, endsAt: text.words.length }
      const { codings } = await codePassage(trx, enquiry, piece, text, place, person, { codes: [codeId] })
      done.push({ piece, was: codings.join(' ') })
    }
    return done
  },
  async undoes(trx, { person }, done) {
    for (const { piece, was } of done) {
      const codings = await trx
        .selectFrom('codings')
        .select(['id', 'groupId', 'codeId', 'evidenceId', 'readingId'])
        .where('id', 'in', was.split(' '))
        .where('removedAt', 'is', null)
        .execute()
      for (const coding of codings) await takeCodeOff(trx, { ...coding, number: piece.number }, person)
    }
  },
}

async function readBlind(db: Db, pieces: Piece[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('blindReadingPieces')
    .innerJoin('blindReadings', 'blindReadings.id', 'blindReadingPieces.readingId')
    .select('blindReadingPieces.evidenceId')
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .where('blindReadingPieces.evidenceId', 'in', [...pieces.map(piece => piece.id), ''])
    .execute()
  return new Set(rows.map(row => row.evidenceId))
}
