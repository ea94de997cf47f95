/** A question of the database that several parts of a page need the answer to: it is asked when the first of them does. */
export function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | undefined
  return () => (asking ??= ask())
}

/** What is worked out of a thing that stays as it is, such as the book of all kinds of facts: once for each. */
export function oncePer<Thing extends object, Found>(workOut: (thing: Thing) => Found): (thing: Thing) => Found {
  const known = new WeakMap<Thing, Found>()
  return thing => {
    const found = known.get(thing) ?? workOut(thing)
    known.set(thing, found)
    return found
  }
}

/**
 * A question about many things, of which each is asked for where it is needed: whatever is asked for at the same time is asked
 * of the database together, and nothing twice. Each database, or transaction, is asked for itself.
 * @param ask of each of these ids
 */
export function askedTogether<Database extends object, Answer>(
  ask: (db: Database, ids: string[]) => Promise<Map<string, Answer>>,
): (db: Database, id: string) => Promise<Answer | undefined> {
  const known = new Map<string, Promise<Answer | undefined>>()
  const waiting = new Map<Database, { ids: string[]; answers: Promise<Map<string, Answer>> }>()
  const batchOf = (db: Database) => {
    const batch = waiting.get(db)
    if (batch) return batch
    const ids: string[] = []
    const answers = allHaveAsked().then(() => {
      waiting.delete(db)
      return ask(db, ids)
    })
    const begun = { ids, answers }
    waiting.set(db, begun)
    return begun
  }
  return (db, id) => {
    const asked = known.get(id)
    if (asked) return asked
    const { ids, answers } = batchOf(db)
    ids.push(id)
    const answer = answers.then(found => found.get(id))
    known.set(id, answer)
    return answer
  }
}

/** Everything that goes on beside it has gone as far as it can without this answer. */
function allHaveAsked(): Promise<void> {
  return Promise.resolve().then(() => new Promise(resolve => process.nextTick(resolve)))
}
