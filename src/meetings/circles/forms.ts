import { z } from 'zod'
import { choice, date, line, optionalLine, several, text, ticked } from '../../web/fields.js'
import { type CircleKind, circleKinds, followedRoleNames, type FollowedRole } from './kinds.js'
import type { CircleWords } from './making.js'

const kinds = circleKinds.map(one => one.kind) as [CircleKind, ...CircleKind[]]

/** @param known what the network has: themes to choose from, and people of the circle */
export const CircleForm = z.strictObject({
  kind: choice(kinds, 'Say what kind of circle it is'),
  name: line('Give the circle a name', 120),
  purpose: text(2000),
  rhythm: optionalLine(120),
  theme: optionalLine(40),
  open: ticked(),
  chair: optionalLine(40),
  noteTaker: optionalLine(40),
  roles: several(),
})

/** A group's own circle: who belongs to it is said by the group. */
export const GroupCircleForm = z.strictObject({
  purpose: text(2000),
  rhythm: optionalLine(120),
  chair: optionalLine(40),
  noteTaker: optionalLine(40),
})

export const AgreeTermsForm = z.strictObject({ agreedOn: date('Enter the day on which the circle agreed them') })

export const ClosingForm = z.strictObject({ because: line('Say in a sentence why it ends', 500) })

export const InviteForm = z.strictObject({ person: line('Choose whom you invite', 40) })

/** What was typed of a circle, with only those themes and people that are there. */
export function wordsOfCircle(
  typed: z.output<typeof CircleForm>,
  known: { themes: { value: string }[]; people: { value: string }[] },
): CircleWords {
  const person = (id: string) => (known.people.some(one => one.value === id) ? id : null)
  const theme = (id: string) => (known.themes.some(one => one.value === id) ? id : null)
  return {
    ...{ kind: typed.kind, name: typed.name, purpose: typed.purpose, rhythm: typed.rhythm },
    ...{ joining: typed.open ? 'open' : 'invited', themeId: theme(typed.theme) },
    ...{ chairId: person(typed.chair), noteTakerId: person(typed.noteTaker) },
    roles: typed.roles.flatMap(value => {
      const [role = '', of = ''] = value.split('~')
      if (!followedRoleNames.some(name => name === role) || (of !== '' && theme(of) === null)) return []
      return [{ role: role as FollowedRole, themeId: theme(of) }]
    }),
  }
}
