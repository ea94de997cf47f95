import { z } from 'zod'
import { choice, line, several } from '../web/fields.js'
import { thingKinds } from './things.js'

export const PartForm = z.strictObject({ name: line('Ask this part of the question', 300) })

export const PlaceForm = z.strictObject({ to: choice(['up', 'down'], 'Choose up or down') })

/** What answers a part, of one kind, ticked on the part's page. */
export const AnswersForm = z.strictObject({
  kind: choice(thingKinds, 'Choose what answers it'),
  things: several(),
})

/** Which parts a thing answers, ticked on its own page. */
export const PartsOfThingForm = z.strictObject({
  kind: choice(thingKinds, 'Choose what answers it'),
  thing: line('Choose what answers it', 60),
  parts: several(),
})
