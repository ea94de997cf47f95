import { z } from 'zod'
import { choice } from '../web/fields.js'
import { formOfCopyKeys } from './forms-of-copy.js'

export const CopyForm = z.strictObject({
  audience: choice(['group', 'network', 'outside', 'public'], 'Say who will see the copy'),
  form: choice(formOfCopyKeys, 'Choose what the copy should be'),
})
