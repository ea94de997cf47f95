import { z } from 'zod'
import { choice, date, line, optionalDate, optionalLine, text } from '../../web/fields.js'
import { partnerKinds } from '../tables.js'

export const PartnerForm = z.strictObject({
  name: line('Enter what the partner is called', 120),
  kind: choice(partnerKinds, 'Choose what kind of partner it is'),
  brings: text(1000),
  contact: optionalLine(200),
  sinceOn: optionalDate(),
})

export const EndingForm = z.strictObject({
  endedOn: date('Enter the last day of the partnership'),
  cameOfIt: text(1000),
})
