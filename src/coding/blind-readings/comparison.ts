import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { bookOf, type CodeInBook } from '../codebook/book.js'

import { countsFor, type Unit } from './agreement.js'
import { type FoundBlindReading, piecesReadBlind } from './blind-readings.js'
import { added, agreementOf, type Counts, kappaInWords, kappaOf, noCounts } from './kappa.js'
import { textsRead } from './texts-read.js'

/** A code that was read with, by the name it has now. */
export type ReadCode = Pick<CodeInBook, 'id' | 'name' | 'mark' | 'colour'>

/** One code's line of the comparison; numbers as they are read. */
export interface ComparedCode {
  name: string
  mark: string
  colour: string
  counts: Counts
  agreement: string | null
  kappa: string | null
  words: string
}

/** Two readings of the same texts, code by code and all together. */
export interface Comparison {
  compared: ComparedCode[]
  overall: ComparedCode
  /** The codes that were read with, by their ids. */
  codes: Map<string, ReadCode>
  /** How many sentences or characters were compared, and in how many texts. */
  units: number
  texts: number
}

/** Compares the two readings of the pieces that the person may read. @param reading one that both are done with */
export async function compareReadings(
  db: Db,
  person: Reader,
  reading: FoundBlindReading,
  unit: Unit,
): Promise<Comparison> {
  const pieces = await piecesReadBlind(db, person, reading)
  const texts = await textsRead(
    db,
    reading,
    pieces.map(piece => piece.id),
  )
  const codes = await codesReadWith(db, reading)
  const read = texts.map(text => text.read)
  const compared = [...codes.values()].map(code => asCompared(code, countsFor(read, code.id, unit)))
  const all = compared.reduce((sum, { counts }) => added(sum, counts), noCounts)
  const sentences = read.flatMap(text => text.sentences)
  return {
    compared,
    overall: asCompared({ name: 'All codes together', mark: '', colour: 'slate' }, all),
    codes,
    units: unit === 'sentences' ? sentences.length : sentences.reduce((sum, one) => sum + one.endsAt - one.startsAt, 0),
    texts: texts.length,
  }
}

function asCompared({ name, mark, colour }: Omit<ReadCode, 'id'>, counts: Counts): ComparedCode {
  return {
    ...{ name, mark, colour, counts },
    agreement: inHundreds(agreementOf(counts)),
    kappa: rounded(kappaOf(counts)),
    words: kappaInWords(counts),
  }
}

/** The codes of the reading by their ids; one that was merged since is said to be. */
async function codesReadWith(db: Db, reading: FoundBlindReading): Promise<Map<string, ReadCode>> {
  if (reading.codeIds.length === 0) return new Map()
  const rows = await db.selectFrom('codes').selectAll().where('id', 'in', reading.codeIds).execute()
  const book = (await bookOf(db, reading)).map(code => code.id)
  const place = (id: string) => (book.includes(id) ? book.indexOf(id) : book.length)
  rows.sort((one, other) => place(one.id) - place(other.id))
  return new Map(
    rows.map(({ id, name, mark, colour, mergedInto, removedAt }) => {
      const since = mergedInto ? ' (merged since)' : removedAt ? ' (removed since)' : ''
      return [id, { id, name: name + since, mark, colour }]
    }),
  )
}

function inHundreds(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 100)} %`
}

function rounded(kappa: number | null): string | null {
  return kappa === null ? null : (Object.is(Math.round(kappa * 100), -0) ? 0 : Math.round(kappa * 100) / 100).toFixed(2)
}
