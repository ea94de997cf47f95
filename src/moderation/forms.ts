import { z } from 'zod'
import { choice, date, line, neededText, optionalDate, optionalLine, text, ticked, version } from '../web/fields.js'
import { areaFields } from '../files/pictures/typed-areas.js'
import { inThePictureKeys } from '../reach/audiences.js'
import { goings } from './tables.js'

export const RoundForm = z.strictObject({
  title: line('Say what is judged, such as “Recounts in Year 4”', 160),
  about: text(2000),
  judgeBy: date('Enter the day by which each has judged'),
})

const mostLevels = 7

/** `Secure: ideas follow each other` → its name and what it means. */
const levels = () =>
  neededText('Write down the levels, the lowest first', 3000)
    .transform(words =>
      words
        .split('\n')
        .map(one => one.trim())
        .filter(Boolean)
        .map(one => {
          const [name = '', ...means] = one.split(':')
          return { name: name.trim().slice(0, 80), means: means.join(':').trim() }
        }),
    )
    .pipe(
      z
        .array(z.object({ name: z.string().min(1, 'Each line begins with the name of the level'), means: z.string() }))
        .min(2, 'Two levels are the least')
        .max(mostLevels, 'Seven levels are the most that people can tell apart')
        .refine(all => new Set(all.map(one => one.name)).size === all.length, 'Give each level a name of its own'),
    )

export const CriterionForm = z.strictObject({
  name: line('Say what is looked at, such as “Order and flow”', 120),
  levels: levels(),
})

/** Parts of a picture that are covered, or where it is cut. */
export const CoverForm = z.strictObject({
  version: version(),
  with: choice(['colour', 'squares'], 'Choose what covers it'),
  ...areaFields,
})

export const WishForm = z.strictObject({ word: optionalLine(500) })

export const WishAnswerForm = z.strictObject({
  answer: choice(['yes', 'no'], 'Say yes or no'),
  word: optionalLine(500),
})

export const JudgeForm = z.strictObject({ person: line('Choose who judges', 40) })

export const EvidencePieceForm = z.strictObject({
  group: line('Choose the group', 40),
  number: line('Enter its number, such as E12', 12),
})

export const OwnPieceForm = z
  .strictObject({
    title: line('Say what it is, such as “Year 4 recount, the flood”', 160),
    words: text(20_000),
    alt: optionalLine(400),
    school: line('Choose the school that it comes from', 40),
    seen: choice(inThePictureKeys, 'Say who can be recognised in it'),
    givenBy: optionalLine(200),
    goesTo: choice(goings, 'Say who may see it'),
    endsOn: optionalDate(),
    nameless: ticked(),
  })
  .refine(given => given.nameless, {
    path: ['nameless'],
    message: 'Look it through first: no pupil’s name may be on it or in it',
  })
  .refine(given => given.seen === 'no one' || given.givenBy !== '', {
    path: ['givenBy'],
    message: 'Say who agreed, such as “the parents of P7”',
  })

export const TakingOutForm = z.strictObject({ because: neededText('Say why, so that the others know', 600) })

export const LeavingForm = z.strictObject({ word: neededText('Leave a word', 600) })

/** Levels come as `c-<criterion>`: read by what the sheet of the round holds. */
export const becauseField = text(3000)
