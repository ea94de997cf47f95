import type { Db } from '../../database.js'
import { dayAndTime } from '../../words/words.js'
import { beginning, type Chained, hashOfLink, hashOfWords } from './links.js'
import type { FactLink } from './tables.js'

/** Follows facts with their links in their order, and says what is not as it was when it was done. */
export class FollowingTheChain {
  readonly faults: string[] = []
  /** Facts whose words were erased, or had a name taken out of them: of these nothing tells what they were. */
  erased = 0
  private before = beginning
  private next: number | undefined

  /** @param fact what stands under the number now, if anything does; its link, if it has one */
  take(number: number, fact: Chained | undefined, link: FactLink | undefined): void {
    const fault = this.faultOf(number, fact, link)
    if (fault) this.faults.push(fault)
    this.next = number + 1
    this.before = link?.hash ?? this.before
  }

  private faultOf(number: number, fact: Chained | undefined, link: FactLink | undefined): string | undefined {
    if (this.next !== undefined && number !== this.next)
      return `Between ${this.next - 1} and ${number} of what was done, ${number - this.next} are missing, with their links.`
    if (!fact) return `${number} of what was done is missing.`
    const what = `${number} of what was done (${fact.kind}, ${dayAndTime(fact.at)})`
    if (!link) return `${what} was put in between.`
    if (hashOfLink(this.before, fact, link.words) !== link.hash)
      return `${what} is not what it was, or its link is not.`
    if (link.salt === null) {
      this.erased += 1
      return undefined
    }
    return hashOfWords(fact, link.salt) === link.words ? undefined : `The words of ${what} are not what they were.`
  }
}

const atOnce = 2000

/** Everything in the chain that is not as it was; of what was done in the last seconds nothing is said yet. */
export async function followTheChain(db: Db): Promise<Pick<FollowingTheChain, 'faults' | 'erased'>> {
  const chain = new FollowingTheChain()
  const { last } = await db
    .selectFrom('factLinks')
    .select(eb => eb.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow()
  for (let from = 0; last !== null && from < last; from += atOnce) {
    const within = [from, Math.min(last, from + atOnce)] as const
    const facts = new Map((await factsIn(db, within)).map(one => [one.number, one]))
    const links = new Map((await linksIn(db, within)).map(one => [one.number, one]))
    const numbers = [...new Set([...facts.keys(), ...links.keys()])].sort((one, other) => one - other)
    for (const number of numbers) chain.take(number, facts.get(number), links.get(number))
  }
  return chain
}

function factsIn(db: Db, [after, until]: readonly [number, number]) {
  return db.selectFrom('facts').selectAll().where('number', '>', after).where('number', '<=', until).execute()
}

function linksIn(db: Db, [after, until]: readonly [number, number]) {
  return db.selectFrom('factLinks').selectAll().where('number', '>', after).where('number', '<=', until).execute()
}
