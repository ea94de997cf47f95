import type { RequestHandler, Response } from 'express'
import { TooMany } from '../../errors.js'
import { takeTurns } from './taking-turns.js'

type InTurn = ReturnType<typeof takeTurns>

/** Documents and packed files: what is composed before it can be sent. */
const isMadeFirst = /\.(pdf|docx|pptx|zip|qdpx)$/

const forAPerson = { atOnce: 1, waiting: 30 }
// Behind one address of a school may sit its whole staff, who read what is published and mostly drawn already.
const forAnAddress = { atOnce: 4, waiting: 120 }

const full = () => new TooMany('Many documents are being made for you just now. Take them in a minute.', 60)

/**
 * Makes somebody's documents one after the other: whoever asks for forty waits for their own, and nobody else does. A turn
 * ends when sending begins, so that a slow line holds nothing up.
 */
export function oneAfterTheOther(): RequestHandler {
  const lines = new Map<string, { inTurn: InTurn; asking: number }>()
  return (req, res, next) => {
    if (req.method !== 'GET' || !isMadeFirst.test(req.path)) return next()
    const { person } = res.locals
    const who = person ? `person ${person.id}` : `address ${req.ip}`
    const line = lines.get(who) ?? { inTurn: takeTurns({ ...(person ? forAPerson : forAnAddress), full }), asking: 0 }
    lines.set(who, line)
    line.asking += 1
    void line
      .inTurn(() => {
        const begun = untilItIsSent(res)
        next()
        return begun
      })
      .catch(next)
      .finally(() => {
        line.asking -= 1
        if (line.asking === 0) lines.delete(who)
      })
  }
}

function untilItIsSent(res: Response): Promise<void> {
  return new Promise(resolve => {
    if (res.closed) return resolve()
    for (const event of ['pipe', 'finish', 'close']) res.once(event, () => resolve())
  })
}
