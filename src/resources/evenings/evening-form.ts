import { z } from 'zod'
import { choice, date, line, optionalLine, several, text, timeOfDay, webAddress } from '../../web/fields.js'
import { daysAfter, today } from '../../web/now.js'

export const EveningForm = z
  .strictObject({
    title: line('Give the evening a title', 160),
    heldOn: date('Enter the day').refine(
      day => day >= daysAfter(today(), -1100) && day <= daysAfter(today(), 1100),
      'Choose a day within three years of today',
    ),
    starts: timeOfDay('Enter when it begins, such as 18:30'),
    ends: timeOfDay('Enter when it ends, such as 20:00'),
    place: optionalLine(160),
    about: text(3000),
    schools: several(),
  })
  .refine(given => given.ends > given.starts, { path: ['ends'], message: 'It must end after it began' })

export const PaperForm = z
  .strictObject({ title: optionalLine(160), href: webAddress() })
  .refine(given => given.href === '' || given.title !== '', { path: ['title'], message: 'Say what the paper is' })

export const ComingForm = z.strictObject({ says: choice(['comes', 'cannot'], 'Say whether you come') })
