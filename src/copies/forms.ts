import { z } from 'zod'
import { consentAudienceKeys } from '../evidence/audiences.js'
import { choice } from '../web/fields.js'
import { formOfCopyKeys } from './forms-of-copy.js'

export const CopyForm = z.strictObject({
  audience: choice(consentAudienceKeys, 'Say who will see the copy'),
  form: choice(formOfCopyKeys, 'Choose what the copy should be'),
})
