import { z } from 'zod'
import { stances } from '../enquiries/stages/stage-fields.js'
import {
  choice,
  line,
  neededText,
  optionalDate,
  optionalLine,
  several,
  text,
  version,
  webAddress,
} from '../web/fields.js'
import { isKey } from './citing/forming-cite-keys.js'
import { kindKeys } from './references/kinds.js'
import { doiFrom } from './references/work.js'

const address = webAddress()

const year = optionalLine(20).refine(
  words => words === '' || /^(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})$/.test(words),
  'Enter the year in four figures, such as 2011, or leave this empty where there is none',
)

const stance = choice(
  stances.map(one => one.stance) as ['affirms', 'adds', 'challenges'],
  'Choose what it does to your thinking',
)
const sentence = line('Say in one sentence what it tells you', 400)

/** A work by hand: what a kind does not need stays empty. */
const byHand = {
  kind: choice(kindKeys, 'Choose what it is'),
  title: line('Enter the title', 600),
  authors: text(6000),
  editors: text(3000),
  year,
  container: optionalLine(600),
  volume: optionalLine(60),
  issue: optionalLine(60),
  page: optionalLine(60),
  edition: optionalLine(60),
  publisher: optionalLine(300),
  place: optionalLine(200),
  number: optionalLine(100),
  genre: optionalLine(100),
  doi: optionalLine(250).refine(
    words => words === '' || doiFrom(words) !== undefined,
    'A DOI looks like 10.1080/0969594980050102. Copy it again, or leave this empty',
  ),
  address,
  accessed: optionalDate(),
}

export const NewReferenceForm = z.strictObject(byHand)

export const ReferenceForm = z.strictObject({
  ...byHand,
  key: line('Enter a key', 60).refine(isKey, 'Use letters, figures, and - _ : . + / between them'),
  version: version(),
})

/** On the purpose stage: something published and what it does, in one go. */
export const SourceForm = z.strictObject({
  reference: optionalLine(40),
  source: optionalLine(600),
  authors: optionalLine(600),
  year,
  address,
  stance,
  sentence,
})

export const StanceForm = z.strictObject({ stance, sentence })
/** The same for several of these works; what is left empty is not said of. */
export function stancesForm(references: string[]) {
  return z.strictObject(
    Object.fromEntries(
      references.flatMap(id => [
        [`stance-${id}`, optionalLine(20)],
        [`sentence-${id}`, optionalLine(400)],
      ]),
    ),
  )
}
export const RevisedStanceForm = z.strictObject({ stance, sentence, version: version() })

/** Which of the entries that were found are taken: new ones unless left out, known ones only when asked for. */
export const TakingForm = z.strictObject({ leaveOut: several(), takeAnyway: several() })

export const RemovalForm = z.strictObject({
  because: neededText('Say why you remove it, for whoever looks for it', 1000),
})

export const TakeOverForm = z.strictObject({ reference: line('Choose a reference', 40) })
export const NothingForm = z.strictObject({})
