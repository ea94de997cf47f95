import { z } from 'zod'
import { choice, line, optionalLine, text, ticked } from '../../web/fields.js'

export const ItemForm = z.strictObject({
  title: line('Say what it is about', 200),
  why: text(2000),
  minutes: z.coerce
    .number({ error: 'Say how many minutes it needs, in figures' })
    .int('Say how many minutes it needs, in whole figures')
    .min(1, 'Say how many minutes it needs, in figures')
    .max(480, 'That is longer than a day'),
  broughtBy: optionalLine(40),
  confidential: ticked(),
})

export const SettleForm = z.strictObject({
  state: choice(['accepted', 'later', 'not'], 'Say what becomes of it'),
  because: optionalLine(300),
})

export const MoveForm = z.strictObject({ to: choice(['up', 'down'], 'Say where to') })
