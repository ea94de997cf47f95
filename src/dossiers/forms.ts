import { z } from 'zod'
import { choice } from '../web/fields.js'
import { daysToChoose } from './links.js'

export const LinkForm = z.strictObject({ days: choice(daysToChoose, 'Choose how long the link is open') })
