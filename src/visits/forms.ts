import { z } from 'zod'
import {
  choice,
  dayToCome,
  line,
  optionalDate,
  optionalLine,
  optionalTimeOfDay,
  several,
  text,
  timeOfDay,
} from '../web/fields.js'
import { localPath } from '../web/local-path.js'
import { daysAfter } from '../web/now.js'

const places = () =>
  z
    .string({ error: 'Enter how many can come' })
    .trim()
    .regex(/^\d{1,3}$/, 'Enter how many can come as a number, such as 4')
    .transform(Number)
    .refine(count => count >= 1 && count <= 200, 'Enter a number between 1 and 200')

const ahead = () => dayToCome('Enter the day')

const aDay = {
  day: ahead(),
  starts: timeOfDay('Enter when it begins, such as 09:30'),
  ends: timeOfDay('Enter when it ends, such as 12:00'),
  places: places(),
}
const endsLater = (given: { starts: string; ends: string }) => given.ends > given.starts
const endsBefore = { path: ['ends'], message: 'It must end after it begins' }

/** As many days as the first form of a visit takes. */
export const mostDays = 5
const moreDays = [2, 3, 4, 5] as const
type More = (typeof moreDays)[number]

/** Empty, it is as on the first day. */
const optionalClock = () => optionalTimeOfDay('Enter a time, such as 09:30')

const furtherDays = Object.fromEntries(
  moreDays.flatMap(row => [
    [`day${row}`, optionalDate()],
    [`starts${row}`, optionalClock()],
    [`ends${row}`, optionalClock()],
    [`places${row}`, optionalLine(20)],
  ]),
) as Record<`day${More}`, ReturnType<typeof optionalDate>> &
  Record<`starts${More}` | `ends${More}`, ReturnType<typeof optionalClock>> &
  Record<`places${More}`, ReturnType<typeof optionalLine>>

export const SlotForm = z.strictObject(aDay).refine(endsLater, endsBefore)
export type SlotWords = z.output<typeof SlotForm>

export const MovingForm = z
  .strictObject({ ...aDay, because: line('Say why, in a sentence for those who are booked in', 300) })
  .refine(endsLater, endsBefore)

const aboutAVisit = {
  title: line('Say in a line what there is to see', 160),
  about: text(5000),
  school: optionalLine(40),
  place: optionalLine(200),
  contact: optionalLine(200),
  forWhom: choice(['anyone', 'new teachers', 'group', 'those invited'], 'Choose for whom it is'),
  group: optionalLine(40),
  programme: text(4000),
  practical: text(4000),
  groups: several(),
  theme: optionalLine(40),
  recommendation: optionalLine(40),
  address: optionalLine(300).refine(
    address => address === '' || localPath(address, '') !== '',
    'Enter an address of the workbench, from the first slash on, such as /networks/…',
  ),
}

interface AboutAVisit {
  forWhom: string
  group: string
}
const namesItsGroup = ({ forWhom, group }: AboutAVisit) => forWhom !== 'group' || group !== ''
const whichGroup = { path: ['group'], message: 'Choose which group it is for' }

/** What a school shows, on one day or on several: each further one is as the first, but for what is said of it. */
export const OfferForm = z
  .strictObject({ ...aboutAVisit, ...aDay, ...furtherDays, answers: optionalLine(40) })
  .refine(endsLater, endsBefore)
  .refine(namesItsGroup, whichGroup)
  .transform((given, context) => {
    const first = { day: given.day, starts: given.starts, ends: given.ends, places: given.places }
    const slots = [first]
    for (const row of moreDays) {
      const typed = [given[`starts${row}`], given[`ends${row}`], given[`places${row}`]]
      const day = given[`day${row}`]
      if (!day && typed.every(one => one === '')) continue
      const [starts, ends, places] = typed
      const reading = SlotForm.safeParse({
        ...{ day: day ?? '', starts: starts || first.starts, ends: ends || first.ends },
        places: places || String(first.places),
      })
      if (reading.success) slots.push(reading.data)
      for (const { path, message } of reading.error?.issues ?? [])
        context.addIssue({ code: 'custom', path: [`${String(path[0])}${row}`], message })
      if (slots.slice(0, -1).some(one => reading.success && isSame(one, reading.data)))
        context.addIssue({ code: 'custom', path: [`day${row}`], message: 'This day stands there already' })
    }
    const { title, about, school, place, contact, forWhom, group, programme, practical } = given
    const { groups, theme, recommendation, address, answers } = given
    const words = { title, about, school, place, contact, forWhom, group, programme, practical }
    return { words: { ...words, groups, theme, recommendation, address }, slots, answers }
  })

function isSame(one: SlotWords, other: SlotWords): boolean {
  return one.day === other.day && one.starts === other.starts
}

export const VisitForm = z.strictObject(aboutAVisit).refine(namesItsGroup, whichGroup)
export type VisitWords = z.output<typeof VisitForm>

export const AskForm = z.strictObject({
  title: line('Say in a line what you would like to see', 160),
  about: text(5000),
  school: optionalLine(40),
})

export const FarForm = z
  .strictObject({
    title: line('Say in a line what you go to see', 160),
    about: text(5000),
    elsewhere: line('Say whom you visit, and where', 200),
    place: optionalLine(200),
    contact: optionalLine(200),
    programme: text(4000),
    practical: text(4000),
    day: ahead(),
    lastDay: ahead(),
    starts: timeOfDay('Enter when it begins, such as 09:30'),
    ends: timeOfDay('Enter when it ends, such as 15:00'),
    places: places(),
  })
  .refine(given => given.lastDay >= given.day, { path: ['lastDay'], message: 'The last day is before the first' })
  .refine(given => given.lastDay <= daysAfter(given.day, 28), {
    path: ['lastDay'],
    message: 'Four weeks is the longest that a visit can be',
  })
  .refine(endsLater, { path: ['ends'], message: 'Each day must end after it begins' })
export type FarWords = z.output<typeof FarForm>

export const FarVisitForm = z.strictObject({
  title: line('Say in a line what you go to see', 160),
  about: text(5000),
  elsewhere: line('Say whom you visit, and where', 200),
  place: optionalLine(200),
  contact: optionalLine(200),
  programme: text(4000),
  practical: text(4000),
})

export const BookingForm = z.strictObject({
  school: optionalLine(40),
  people: places(),
  alongside: optionalLine(300),
})

export const ReasonForm = z.strictObject({ because: line('Say why, in a sentence for those who are booked in', 300) })

export const ReleaseForm = z.strictObject({
  answer: choice(['yes', 'no'], 'Choose yes or no'),
  word: optionalLine(300),
})

export const PersonForm = z.strictObject({
  person: line('Choose somebody', 40),
  standing: choice(['host', 'invited'], 'Choose what they are asked to'),
})

export const AttendanceForm = z.strictObject({ came: several() })

export const AudienceForm = z.strictObject({ audience: choice(['me', 'host', 'network'], 'Choose who reads it') })

export const IntoGroupForm = z.strictObject({
  group: line('Choose the group', 40),
  audience: choice(['author', 'group'], 'Choose who may see it for now'),
})

export const AccountSharingForm = z.strictObject({
  how: choice(['network', 'report', 'nobody'], 'Choose who reads it'),
})

export const Nothing = z.strictObject({})

const twoColleagues = {
  day: ahead(),
  starts: timeOfDay('Enter when it begins, such as 09:30'),
  ends: timeOfDay('Enter when it ends, such as 10:30'),
  place: optionalLine(200),
  about: text(5000),
}
export const SupportingForm = z
  .strictObject({ colleague: line('Choose your colleague', 40), ...twoColleagues })
  .refine(endsLater, endsBefore)
export const SupportingChangeForm = z.strictObject(twoColleagues).refine(endsLater, endsBefore)
export const NamedForm = z.strictObject({ person: line('Choose somebody', 40) })
