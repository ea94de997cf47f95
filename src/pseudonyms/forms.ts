import { z } from 'zod'
import { pseudonymKinds } from '../names/tables.js'
import { choice, line, optionalLine, text, ticked } from '../web/fields.js'

export const PseudonymForm = z.strictObject({
  kind: choice(pseudonymKinds, 'Choose what it is'),
  school: optionalLine(40),
  name: optionalLine(120),
  also: text(1000),
  pseudonym: line('Say what it is called outside the group', 120),
})

/** One school, one colleague, or `all: people`. */
export const KeepForm = z.strictObject({ school: optionalLine(40), name: optionalLine(120), all: optionalLine(10) })

export const FacilitatorsForm = z.strictObject({ facilitators: ticked() })
