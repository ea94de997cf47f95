import { z } from 'zod'
import {
  date,
  line,
  optionalDate,
  optionalLine,
  isTimeOfDay,
  several,
  text,
  timeOfDay,
  typedTime,
  webAddress,
} from '../../web/fields.js'
import { momentAt, now } from '../../web/now.js'
import { rhythmNames } from './rhythm.js'

const meetingFields = {
  title: optionalLine(160),
  about: text(2000),
  place: optionalLine(200),
  link: webAddress(),
  chair: optionalLine(40),
  noteTaker: optionalLine(40),
  together: several(),
}

/** When it begins and ends, in moments; what is wrong stands beside its field. */
function timed<Fields extends { on: string | null; starts: string; ends: string }>(
  given: Fields,
  context: z.RefinementCtx,
): (Fields & { time: { startsAt: string; endsAt: string } | null }) | typeof z.NEVER {
  const { on, starts, ends } = given
  const mistake = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const unread = (['starts', 'ends'] as const).filter(one => given[one] !== '' && !isTimeOfDay(given[one]))
  for (const one of unread) mistake(one, 'Enter a time such as 16:10')
  if (on === null) {
    if (starts === '' && ends === '') return { ...given, time: null }
    mistake('on', 'Enter the day on which you meet')
    return z.NEVER
  }
  if (starts === '') mistake('starts', 'Enter when it begins, such as 16:10')
  if (ends === '') mistake('ends', 'Enter when it ends, such as 17:30')
  if (starts === '' || ends === '' || unread.length > 0) return z.NEVER
  const startsAt = momentAt(on, starts)
  const endsAt = momentAt(on, ends)
  if (!startsAt) mistake('starts', 'The clocks go forward at this time. Choose another')
  if (!endsAt) mistake('ends', 'The clocks go forward at this time. Choose another')
  if (!startsAt || !endsAt) return z.NEVER
  if (endsAt <= startsAt) {
    mistake('ends', 'It must end after it begins')
    return z.NEVER
  }
  return { ...given, time: { startsAt, endsAt } }
}

export const MeetingForm = z
  .strictObject({
    ...meetingFields,
    on: optionalDate(),
    starts: typedTime(),
    ends: typedTime(),
  })
  .transform(timed)

export const ChangeForm = z.strictObject(meetingFields)

export const MovingForm = z
  .strictObject({
    on: date('Enter the day on which you meet'),
    starts: timeOfDay('Enter when it begins, such as 16:10'),
    ends: timeOfDay('Enter when it ends, such as 17:30'),
  })
  .transform(timed)

export const CancelForm = z.strictObject({
  because: line('Say in a sentence why, so that nobody has to ask', 500),
})

/** How many dates can be offered on one page. */
export const mostDates = 5

const dateFields = Object.fromEntries(
  Array.from({ length: mostDates }, (_, at) => [
    [`on${at + 1}`, optionalDate()],
    [`starts${at + 1}`, typedTime()],
    [`ends${at + 1}`, typedTime()],
  ]).flat(),
) as Record<string, ReturnType<typeof optionalDate> | ReturnType<typeof typedTime>>

/** Several dates, of which two at least; a line that is empty is left out. */
export const DatesForm = z.strictObject(dateFields).transform((given, context) => {
  const times: { startsAt: string; endsAt: string }[] = []
  let isBad = false
  for (let at = 1; at <= mostDates; at++) {
    const row = { on: given[`on${at}`] ?? null, starts: given[`starts${at}`] ?? '', ends: given[`ends${at}`] ?? '' }
    const own = {
      addIssue: ({ path, message }: { path: string[]; message: string }) => {
        isBad = true
        context.addIssue({ code: 'custom', path: [`${path[0]}${at}`], message })
      },
    }
    const read = timed(row, own as never)
    if (!read || !('time' in read) || !read.time) continue
    const { startsAt } = read.time
    if (startsAt <= now()) own.addIssue({ path: ['on'], message: 'This is over already. Offer a day that is to come' })
    else if (times.some(one => one.startsAt === startsAt))
      own.addIssue({ path: ['on'], message: 'You offer this day and time above already' })
    else times.push(read.time)
  }
  if (!isBad && times.length < 2) {
    context.addIssue({ code: 'custom', path: ['on2'], message: 'Offer two dates at least, three are better' })
    return z.NEVER
  }
  return isBad ? z.NEVER : times
})

export const RhythmForm = z.strictObject({
  year: z.coerce.number().int().min(1950).max(2100),
  rhythm: z.enum(rhythmNames, { error: 'Choose how often you meet' }),
  weekday: z.coerce.number({ error: 'Choose a weekday' }).int().min(1).max(7),
  starts: timeOfDay('Enter when it begins, such as 16:10'),
  ends: timeOfDay('Enter when it ends, such as 17:30'),
  place: optionalLine(200),
})

/** One field of every line of a list, in their order, empty ones too. */
function lines() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(all => (all === undefined ? [] : [all].flat()))
}

/** The list as it was changed: for each line a day with its times, and the numbers of those that are ticked. */
export const LayOutForm = z
  .strictObject({
    keep: several(),
    on: lines(),
    starts: lines(),
    ends: lines(),
    title: optionalLine(160),
    place: optionalLine(200),
    link: webAddress(),
  })
  .transform(({ keep, on, starts, ends, ...words }, context) => {
    const times: { startsAt: string; endsAt: string }[] = []
    let isBad = keep.length === 0
    if (isBad) context.addIssue({ code: 'custom', path: ['keep'], message: 'Tick the meetings that you want' })
    for (const line of keep) {
      const at = Number(line)
      const reading = MovingForm.safeParse({ on: on[at], starts: starts[at], ends: ends[at] })
      if (reading.success && typeof reading.data === 'object' && reading.data.time) times.push(reading.data.time)
      else {
        isBad = true
        const message = `Meeting ${at + 1}: ${reading.error?.issues[0]?.message ?? 'look at its day and times again'}`
        context.addIssue({ code: 'custom', path: ['keep'], message })
      }
    }
    return isBad ? z.NEVER : { ...words, times }
  })
