import { z } from 'zod'
import { neededText } from '../web/fields.js'

export const WithdrawalForm = z.strictObject({
  because: neededText('Say why it is withdrawn. Everybody who opens its address reads this', 600),
})
