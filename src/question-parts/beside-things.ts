import { findCode } from '../coding/codebook/book.js'
import type { Db } from '../database.js'
import { type Enquiry, enquiriesById } from '../enquiries/enquiry.js'
import type { PiecePart } from '../evidence/piece-parts.js'
import type { BesidePart } from '../networks/year.js'
import { formOf, type FormState } from '../web/read.js'
import { partsOf, tiesOf } from './parts.js'
import { mayKeepParts } from './permissions.js'
import type { ThingKind } from './things.js'

/** Which parts of the question a thing answers, on its own page (views/question-parts/_beside.ejs). */
export interface PartsBeside extends Record<string, unknown> {
  answers: { name: string; href: string }[]
  /** The ticks, for those who may set them. */
  tick: {
    address: string
    kind: ThingKind
    thing: string
    form: FormState
    options: { value: string; text: string }[]
  } | null
}

/** Nothing stands there where the question has no parts. */
async function partsBesideThing(
  db: Db,
  enquiry: Enquiry,
  kind: ThingKind,
  thing: string,
): Promise<PartsBeside | undefined> {
  const parts = await partsOf(db, enquiry)
  if (parts.length === 0) return undefined
  const ties = await tiesOf(
    db,
    kind,
    parts.map(part => part.id),
  )
  const answers = parts.filter(part => ties.get(part.id)!.has(thing))
  const may = mayKeepParts(enquiry)
  if (answers.length === 0 && !may) return undefined
  const form = formOf({ parts: answers.map(part => part.id) })
  const options = parts.map(({ id, name }) => ({ value: id, text: name }))
  return {
    answers: answers.map(({ id, name }) => ({ name, href: `/question-parts/${id}` })),
    tick: may ? { address: `/groups/${enquiry.groupId}/question-parts/ticks`, kind, thing, form, options } : null,
  }
}

const view = 'question-parts/_beside'

function beside(of: BesidePart['of'] & ('claim' | 'action' | 'recommendation'), kind: ThingKind): BesidePart {
  return {
    of,
    view,
    async load(db, person, id) {
      const row = await db
        .selectFrom(kind as 'claims')
        .select('enquiryId')
        .where('id', '=', id)
        .executeTakeFirst()
      const enquiry = row && (await enquiriesById(db, person, [row.enquiryId])).get(row.enquiryId)
      return enquiry && partsBesideThing(db, enquiry, kind, id)
    },
  }
}

export const partsBesideThings: BesidePart[] = [
  beside('claim', 'claims'),
  beside('action', 'actions'),
  beside('recommendation', 'recommendations'),
  {
    of: 'code',
    view,
    async load(db, person, id) {
      const code = await findCode(db, person, id)
      return partsBesideThing(db, code.enquiry, 'codes', id)
    },
  },
]

/** On a piece's own page, for the cycle that its group is on. */
export const partsOnPiece: PiecePart<PartsBeside> = {
  view,
  async load(db, _person, piece, { enquiry }) {
    return enquiry && !piece.gap ? partsBesideThing(db, enquiry, 'evidence', piece.id) : undefined
  },
}
