import { z } from 'zod'
import { addressHereOrOnTheWeb, optionalLine } from '../../web/fields.js'

/** A paper is a file, or an address: of the web, or of something here such as `/published/write-ups/reading`. */
export const PaperForm = z.strictObject({
  title: optionalLine(200),
  item: optionalLine(40),
  href: addressHereOrOnTheWeb(),
})
