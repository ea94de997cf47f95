/** A question of the database that several parts of a page need the answer to: it is asked when the first of them does. */
export function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | undefined
  return () => (asking ??= ask())
}
