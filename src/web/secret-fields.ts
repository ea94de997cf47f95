/** `code` is what an app or a letter says; a postcode, or the codes of a codebook, are nobody’s secret. */
const secret = /pass(word|phrase)|secret|token|^(code|current|once)$/i

/** A field of which nothing is kept, and which no page shows again. */
export function isSecret(field: string): boolean {
  return secret.test(field)
}
