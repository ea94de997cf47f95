import type { PiecePart } from '../evidence/piece-parts.js'
import { readsInstruments } from './permissions.js'

export interface InstrumentOnPiece {
  name: string
  version: number
  /** Where the answers of all its sheets stand side by side; nothing for an instrument that was put away. */
  href: string | null
}

/** On a piece that was filled in as a sheet, or that a questionnaire became: with which questions. */
export const instrumentOnPiece: PiecePart<InstrumentOnPiece> = {
  view: 'instruments/_on-piece',
  async load(db, _person, piece, { enquiry }) {
    if (!enquiry || piece.gap || !readsInstruments(enquiry)) return undefined
    const sheet = await db
      .selectFrom('fillings')
      .innerJoin('instruments', 'instruments.id', 'fillings.instrumentId')
      .select(['instruments.id', 'instruments.name', 'fillings.version', 'instruments.retiredAt'])
      .where('fillings.evidenceId', '=', piece.id)
      .executeTakeFirst()
    if (!sheet) return undefined
    const { id, name, version, retiredAt } = sheet
    return { name: enquiry.names.read(name), version, href: retiredAt ? null : `/instruments/${id}/sheets` }
  },
}
