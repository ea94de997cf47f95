import type { Narrowing } from '../evidence/listing/narrowing.js'
import { bookFor, type CodeInBook } from './codebook/book.js'
import { narrowedCodings } from './passages/codings.js'

/** For those in the group: pieces that carry a code, or one beneath it. */
export const byCode: Narrowing<CodeInBook[]> = {
  name: 'code',
  label: 'Code, and those beneath it',
  knows: bookFor,
  choices: (_db, _person, _enquiry, book) => Promise.resolve(book.map(code => ({ value: code.id, text: code.path }))),
  async pieces(db, person, enquiry, value, book) {
    const code = book.find(one => one.id === value)
    if (!code) return []
    const rows = await narrowedCodings(db, person, enquiry, { codes: [code.id, ...code.below] })
      .select('evidence.id')
      .distinct()
      .execute()
    return rows.map(row => row.id)
  },
}
