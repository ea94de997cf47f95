import { z } from 'zod'
import {
  choice,
  line,
  optionalDate,
  optionalLine,
  optionalTimeOfDay,
  text,
  ticked,
  webAddress,
} from '../../web/fields.js'
import { postKindKeys } from '../kinds.js'

const optionalTime = () => optionalTimeOfDay('Enter a time such as 09:30')

const optionalPlaces = () =>
  z
    .string()
    .optional()
    .transform(words => (words ?? '').trim())
    .pipe(z.string().regex(/^([1-9]\d{0,2})?$/, 'Enter how many can come, such as 8, or leave it empty'))
    .transform(words => (words === '' ? null : Number(words)))

/** A post: one sentence, and everything else only where somebody wants it. */
export const PostForm = z
  .strictObject({
    kind: choice(postKindKeys, 'Choose what it is'),
    sentence: line('Say it in one sentence', 300),
    school: optionalLine(40),
    more: text(5000),
    forWhom: optionalLine(120),
    link: webAddress(),
    evidence: optionalLine(40),
    work: optionalLine(120),
    onDay: optionalDate(),
    starts: optionalTime(),
    ends: optionalTime(),
    place: optionalLine(160),
    places: optionalPlaces(),
    asksWelcome: ticked(),
    mayTell: ticked(),
    next: optionalLine(20),
  })
  .refine(given => given.onDay !== null || given.starts + given.ends === '', {
    path: ['onDay'],
    message: 'Enter the day too',
  })
  .refine(given => given.ends === '' || given.starts !== '', {
    path: ['starts'],
    message: 'Enter when it begins',
  })
  .refine(given => given.ends === '' || given.starts === '' || given.ends > given.starts, {
    path: ['ends'],
    message: 'It must end after it began',
  })

export type PostWords = z.output<typeof PostForm>
