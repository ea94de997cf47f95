import { z } from 'zod'
import { choice, date, line, optionalDate, optionalLine, text, timeOfDay } from '../web/fields.js'

export const ConferenceForm = z.strictObject({
  title: line('Give the conference a title', 160),
  heldOn: date('Enter the day on which it is held'),
  place: optionalLine(160),
  welcome: text(5000),
})

export const RaiseForm = z
  .strictObject({
    kind: choice(['question', 'commitment'], 'Say whether it is a question or something you will do'),
    words: line('Say it in one sentence', 300),
    lookAgainOn: optionalDate(),
  })
  .refine(given => given.kind === 'question' || given.lookAgainOn !== null, {
    path: ['lookAgainOn'],
    message: 'Choose a day on which you look again',
  })

/** What a group says of itself in the booklet. */
export const AbstractForm = z.strictObject({ words: text(1500) })

export const GuestsForm = z.strictObject({ open: choice(['yes', 'no'], 'Say whether it is open to them') })

export const BecameForm = z.strictObject({ became: line('Say in a sentence what became of it', 400) })

export const SessionForm = z
  .strictObject({
    starts: timeOfDay('Enter when it begins, such as 09:30'),
    ends: timeOfDay('Enter when it ends, such as 10:15'),
    room: optionalLine(80),
    title: line('Say what it is', 200),
    people: optionalLine(200),
    group: optionalLine(40),
  })
  .refine(given => given.ends > given.starts, { path: ['ends'], message: 'It must end after it began' })
