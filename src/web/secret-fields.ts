const secret = /pass(word|phrase)|secret|token|code|passkey|^recovery$|^current$|^once$/i

/** A field of which nothing is kept, and which no page shows again. */
export function isSecret(field: string): boolean {
  return secret.test(field)
}
