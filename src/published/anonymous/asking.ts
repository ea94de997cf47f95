import type { Request } from 'express'
import type { Db } from '../../database.js'
import { queried } from '../../web/page-of.js'
import type { FormState } from '../../web/read.js'
import type { FoundEdition } from '../reading.js'
import { addressOf } from '../works.js'
import { takenOutByHand, toAnonymise, type ToAnonymise } from './anonymous-copy.js'
import { asked, type Recognised, recognisedIn } from './recognised.js'

/** An anonymous copy as far as its author has said what stands at its head. */
export interface Asking {
  to: ToAnonymise
  group: string | null
  recognised: Recognised[]
  form: FormState
  /** Everything was answered, and no answer holds a name. */
  isAnswered: boolean
  answers: Record<string, string>
  also: string
  /** Where it is asked. */
  address: string
}

/** The answers stand in the address: nothing of a copy is kept. */
export async function asking(db: Db, found: FoundEdition, req: Pick<Request, 'query'>): Promise<Asking> {
  const { edition } = found
  const also = queried(req, 'also')
  const to = await toAnonymise(db, found, takenOutByHand(also))
  const group = await groupIn(db, found)
  const recognised = recognisedIn(to.document, group, to)
  const answers = Object.fromEntries(recognised.map(({ field }) => [field, queried(req, field)]))
  const isSent = 'title' in req.query
  const form = asked(recognised, isSent ? answers : undefined, to)
  const address = `${addressOf(edition.ofKind, edition.slug)}/anonymous?edition=${edition.number}`
  return { to, group, recognised, form, isAnswered: isSent && form.summary.length === 0, answers, also, address }
}

/** As the write-up calls its group. */
async function groupIn(db: Db, { groupId, pseudonyms }: FoundEdition): Promise<string | null> {
  if (groupId === null) return null
  const { name } = await db.selectFrom('groups').select('name').where('id', '=', groupId).executeTakeFirstOrThrow()
  return pseudonyms.read(name)
}
