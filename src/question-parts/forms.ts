import { z } from 'zod'
import { choice, line, neededText, several } from '../web/fields.js'
import { thingKinds } from './things.js'

export const PartForm = z.strictObject({ name: line('Ask this part of the question', 300) })

const mostAtOnce = 20

/** Parts as they are first named: one on each line. */
export const NewPartsForm = z.strictObject({
  name: neededText('Ask this part of the question', 6_500)
    .transform(typed =>
      typed
        .split('\n')
        .map(one => one.trim())
        .filter(one => one !== ''),
    )
    .pipe(
      z
        .array(z.string().max(300, 'Keep each part under 300 characters'))
        .max(mostAtOnce, `Name at most ${mostAtOnce} parts at a time`),
    ),
})

/** Which claims answer which parts, all at once, and which did when the page was opened: `<part> <claim>`. */
export const ClaimsOfPartsForm = z.strictObject({ ties: several(), tied: several() })

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
