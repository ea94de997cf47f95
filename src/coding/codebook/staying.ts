import type { Carrying } from '../../enquiries/cycles/between-cycles.js'
import { offer } from '../../enquiries/cycles/carrying-records.js'
import { bookOf } from './book.js'

/** The codebook is the group's: what was coded in one cycle is found in the next. */
export const codebookStays: Carrying = {
  name: 'codebook',
  async offered(db, from) {
    const inUse = (await bookOf(db, from)).filter(code => code.retiredAt === null)
    return offer(inUse.length, 'code in the codebook', 'codes in the codebook', {
      hint: 'The codebook is the group’s, with everything that was coded by it.',
      isUsual: true,
    })
  },
}
