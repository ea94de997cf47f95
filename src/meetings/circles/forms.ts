import { z } from 'zod'
import { choice, date, line, optionalLine, several, text, ticked } from '../../web/fields.js'
import { type CircleKind, circleKinds, type FollowedRole } from './kinds.js'
import type { CircleWords } from './making.js'

const kinds = circleKinds.map(one => one.kind) as [CircleKind, ...CircleKind[]]

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

/** Those ticked on the page of a circle’s people. */
export const InviteSeveralForm = z.strictObject({ person: several() })

export const InviteForm = z.strictObject({ person: line('Choose whom you invite', 40) })

/** The lists from which is chosen on the form of a circle. */
export function offeredOn(page: Record<'themes' | 'roles' | 'people', { value: string }[]>) {
  return {
    theme: { among: page.themes, otherwise: 'Choose a theme of this network that is open, or none' },
    roles: { among: page.roles, otherwise: 'Choose roles from this list' },
    chair: { among: page.people, otherwise: 'Choose somebody who is in the circle, or nobody yet' },
    noteTaker: { among: page.people, otherwise: 'Choose somebody who is in the circle, or nobody yet' },
  }
}

/** What was typed of a circle, as it is kept. */
export function wordsOfCircle(typed: z.output<typeof CircleForm>): CircleWords {
  return {
    ...{ kind: typed.kind, name: typed.name, purpose: typed.purpose, rhythm: typed.rhythm },
    ...{ joining: typed.open ? 'open' : 'invited', themeId: typed.theme || null },
    ...{ chairId: typed.chair || null, noteTakerId: typed.noteTaker || null },
    roles: typed.roles.map(value => {
      const [role, of = ''] = value.split('~')
      return { role: role as FollowedRole, themeId: of || null }
    }),
  }
}
