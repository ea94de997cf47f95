/**
 * How large a form without files may be. The longest is a list that is pasted, of 200,000 signs (src/networks/forms.ts). A sign
 * of Gurmukhi, Chinese or Bengali is three bytes, an emoji four, and a form writes each byte as three: `%E0%A8%B8`. Beside it
 * stand the names of fields and what was chosen. A test counts every form of the house against this.
 */
export const mostBytesOfForm = 2_500_000
export const bytesOfASign = 12

/** Whoever has no account fills in questionnaires and signs in. */
export const mostBytesOfStrangers = 400_000

export const tooLongInWords = (bytes: number, most = mostBytesOfForm): string =>
  `This is longer than a form can carry: ${inMegabytes(bytes)} of ${inMegabytes(most)}. Shorten it, or attach it as a file`

function inMegabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toLocaleString('en-GB')} MB`
}
