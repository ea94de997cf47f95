import { z } from 'zod'
import { choice, neededText } from '../web/fields.js'

/** What somebody says about a claim or an action: the two fields of views/shared/_thread.ejs. */
export const RemarkForm = z.strictObject({
  words: neededText('Write what you want to say', 5000),
  kind: choice(['comment', 'challenge'], 'Choose whether it is a comment or a challenge'),
})
