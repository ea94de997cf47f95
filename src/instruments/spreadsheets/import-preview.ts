import { whatIsRead } from '../../files/reading/what-is-read.js'
import type { Db } from '../../database.js'
import { type KnownSchool } from '../../networks/schools/schools.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { formOf, type FormState } from '../../web/read.js'
import { day, figure, plural } from '../../words/words.js'
import { countingOf, judged } from '../measures/judging-readings.js'
import { placesToMeasure } from '../schools.js'
import type { PreviewPage } from './pages.js'
import type { Showing } from '../small-numbers/hidden-lines.js'
import { few, heldBack } from '../small-numbers/small-numbers.js'
import type { Gathered } from './gathered.js'
import { type Draft, gather } from './gathering-readings.js'
import type { FoundImport } from './importing.js'
import { roleInWords, roles } from './recognising-columns.js'

const linesShown = 5
const examplesShown = 3
const mistakesShown = 30
const readingsShown = 40

/** What a file would bring, before anything of it is taken in. */
export async function previewPage(db: Db, found: FoundImport, draft: Draft): Promise<PreviewPage> {
  const schools = await placesToMeasure(db, found.enquiry)
  const { readings, mistakes, missing, blanks, unknownSchools, notes } = gather(draft, schools)
  const href = `/groups/${found.groupId}/measures`
  return {
    title: `Look at ${found.name} before it comes in`,
    breadcrumbs: crumbsOf(found.enquiry, { href, text: 'Measures' }),
    head: headOf(found.enquiry, 'measures'),
    name: found.name,
    address: `/measure-imports/${found.id}`,
    form: formOfDraft(draft),
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    columns: draft.columns.map((column, at) => ({ at, head: column.head, examples: examplesIn(draft, at) })),
    roles: roles.map(role => ({ value: role, text: roleInWords[role] })),
    notLetIn: draft.notLetIn,
    notes: [...draft.notes, ...notes],
    sheets: draft.others.length > 0 ? [draft.sheet, ...draft.others.map(one => one.sheet)].map(asChoice) : [],
    perPupil: draft.perPupil,
    rows: draft.rows.length,
    ...{ missing, blanks, unknownSchools },
    mistakes: mistakes.slice(0, mistakesShown),
    moreMistakes: Math.max(0, mistakes.length - mistakesShown),
    readings: asTheyWillStand(readings, schools),
    total: readings.length,
    read: [whatIsRead.measures],
    takeIn: `Take in ${plural(readings.length, 'reading', 'readings')}`,
  }
}

function formOfDraft({ school, on, measure, sheet, perPupil, columns }: Draft): FormState {
  const roleOfColumns = Object.fromEntries(columns.map((column, at) => [`column-${at}`, column.role]))
  return formOf({ school, on, measure, sheet, ...roleOfColumns, perPupil: perPupil ? 'yes' : '' })
}

function examplesIn({ rows }: Draft, column: number): string {
  return rows
    .slice(0, linesShown)
    .map(row => row.cells[column] ?? '')
    .filter(Boolean)
    .slice(0, examplesShown)
    .join(', ')
}

function asChoice(name: string) {
  return { value: name, text: name }
}

/** The first readings, with small numbers hidden as they will be: all of the file is judged together. */
function asTheyWillStand(readings: Gathered[], schools: KnownSchool[]): PreviewPage['readings'] {
  const showing = judged(
    readings.map((reading, at) => ({
      ...reading,
      id: String(at),
      counts: countingOf({ name: reading.measure, counts: null }),
    })),
  )
  const names = new Map(schools.map(school => [school.id, school.name]))
  return readings.slice(0, readingsShown).map((reading, at) => ({
    school: names.get(reading.schoolId) ?? '',
    measure: reading.measure,
    on: day(reading.measuredOn),
    ...numbersAsShown(reading, showing.get(String(at))),
  }))
}

function numbersAsShown({ value, pupils }: Gathered, showing?: Showing): { value: string; pupils: string } {
  if (showing !== 'shown') return { value: 'not shown', pupils: showing === 'few' ? few : heldBack }
  return { value: figure(value!), pupils: pupils === null ? 'not said' : String(pupils) }
}
