import { z } from 'zod'
import { date, line, optionalLine, text, timeOfDay } from '../web/fields.js'

export const ConferenceForm = z.strictObject({
  title: line('Give the conference a title', 160),
  heldOn: date('Enter the day on which it is held'),
  place: optionalLine(160),
  welcome: text(5000),
})

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
