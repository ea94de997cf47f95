import type { Narrowing } from '../evidence/listing/narrowing.js'
import { bookOf } from './codebook/book.js'
import { narrowedCodings } from './passages/codings.js'
import { mayReadCoding } from './permissions.js'

/** For those in the group: pieces that carry a code, or one beneath it. */
export const byCode: Narrowing = {
  name: 'code',
  label: 'Code, and those beneath it',
  async choices(db, _person, enquiry) {
    if (!mayReadCoding(enquiry)) return []
    return (await bookOf(db, enquiry)).map(code => ({ value: code.id, text: code.path }))
  },
  async pieces(db, person, enquiry, value) {
    const code = (await bookOf(db, enquiry)).find(one => one.id === value)
    if (!code || !mayReadCoding(enquiry)) return []
    const rows = await narrowedCodings(db, person, enquiry, { codes: [code.id, ...code.below] })
      .select('evidence.id')
      .distinct()
      .execute()
    return rows.map(row => row.id)
  },
}
