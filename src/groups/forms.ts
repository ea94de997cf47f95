import { z } from 'zod'
import { email, line, neededText, optionalLine, text } from '../web/fields.js'
import { today } from '../web/now.js'

export const VolunteerForm = z.strictObject({ school: line('Choose the school you take part from') })

export const HandoverForm = z.strictObject({
  to: line('Choose who should lead next'),
  note: neededText('Write a note: what they need to know, and where things stand', 5000),
})

export const HandoverAnswerForm = z.strictObject({
  answer: z.enum(['accept', 'decline'], { error: 'Accept or decline' }),
})

export const ReasonForm = z.strictObject({ because: line('Say why, in a sentence', 600) })

export const DescriptionForm = z.strictObject({
  was: z.string().optional(),
  name: line('Give the group a short name', 80),
  why: text(5000),
  theme: optionalLine(),
})

export const FacilitatorForm = z.strictObject({
  name: line('Enter their name', 100),
  email: email(),
  until: z.iso
    .date('Choose the last day on which they can see the group')
    .refine(day => day >= today(), 'Choose a day that has not passed yet')
    .refine(day => day <= '2100-12-31', 'Enter a date before 2100'),
})
