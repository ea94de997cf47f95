import { inOne } from '../../database.js'
import { addComment, answerChallenge, findComment } from '../../enquiries/comments/comments.js'
import type { Remark } from '../material/types.js'
import { agreedAt } from './acting.js'
import { madeAt } from './claiming.js'
import { type Deed, latest } from './deeds.js'
import { known, type Telling } from './telling.js'

/** What people said to each other about a question, a piece, a claim or an action, and what was answered. */
export function remarkDeeds(telling: Telling): Deed[] {
  return telling.cycle.remarks.filter(remark => !remark.carried).flatMap(remark => remarkDeed(telling, remark))
}

function remarkDeed(telling: Telling, remark: Remark): Deed[] {
  const { db } = telling.house
  let said: string | undefined
  const say = async () => {
    const person = await telling.as(remark.by)
    const enquiry = await telling.enquiry(person)
    const thing = await thingOf(telling, remark, enquiry.id)
    said = await inOne(db, trx => addComment(trx, enquiry, person, thing, remark))
  }
  const { answer } = remark
  const at = latest(remark.at, whenThere(telling, remark))
  if (!answer) return [{ at, act: say }]
  const reply = async () => {
    const person = await telling.as(answer.by)
    const enquiry = await telling.enquiry(person)
    if (remark.kind === 'challenge')
      return inOne(db, async trx =>
        answerChallenge(trx, enquiry, person, await findComment(trx, person, said!), answer.words),
      )
    const thing = await thingOf(telling, remark, enquiry.id)
    await inOne(db, trx => addComment(trx, enquiry, person, thing, { kind: 'comment', words: answer.words }))
  }
  return [
    { at, act: say },
    { at: latest(answer.at, at), act: reply },
  ]
}

/** A remark cannot come before the thing that it is about. */
function whenThere(telling: Telling, { about: { what, key } }: Remark): string {
  const { claims, actions } = telling.cycle
  if (what === 'evidence') return telling.loggedAt(key!)
  if (what === 'claim') return madeAt(claims.find(claim => claim.key === key)!)
  if (what === 'action') return agreedAt(actions.find(action => action.key === key)!)
  return ''
}

/** The thing as its own room names it. A question is talked about where it is asked: at the purpose stage. */
async function thingOf(telling: Telling, { about: { what, key } }: Remark, enquiryId: string) {
  const { db } = telling.house
  if (what === 'evidence') {
    const id = known(telling.pieces, key!)
    const { number } = await db.selectFrom('evidence').select('number').where('id', '=', id).executeTakeFirstOrThrow()
    return { aboutKind: 'evidence', aboutId: id, name: `evidence E${number}` }
  }
  if (what === 'claim') {
    const id = known(telling.claims, key!)
    const { number } = await db.selectFrom('claims').select('number').where('id', '=', id).executeTakeFirstOrThrow()
    return { aboutKind: 'claim', aboutId: id, name: `claim C${number}` }
  }
  if (what === 'action') {
    const id = known(telling.actions, key!)
    const { number } = await db.selectFrom('actions').select('number').where('id', '=', id).executeTakeFirstOrThrow()
    return { aboutKind: 'action', aboutId: id, name: `action A${number}` }
  }
  return { aboutKind: 'stage', aboutId: `${enquiryId}.purpose`, name: 'Purpose' }
}
