import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { formOf } from '../../web/read.js'
import { day, plural } from '../../words/words.js'
import { type Draft, gather } from './gathering-readings.js'
import { countingOf, judged } from '../measures/judging-readings.js'
import { type FoundImport, schoolsToMeasure } from './importing.js'
import type { PreviewPage } from '../pages.js'
import { figure } from '../measures/readings.js'
import { roleInWords, roles } from './recognising-columns.js'
import { few, heldBack } from '../small-numbers/small-numbers.js'

const linesShown = 5
const mistakesShown = 30
const readingsShown = 40

/** What a file would bring, before anything of it is taken in. */
export async function previewPage(db: Db, found: FoundImport, draft: Draft): Promise<PreviewPage> {
  const schools = await schoolsToMeasure(db, found.enquiry)
  const gathering = gather(draft, schools)
  const showing = judged(
    gathering.readings.map((reading, at) => ({
      ...reading,
      id: String(at),
      counts: countingOf({ name: reading.measure, counts: null }),
    })),
  )
  const names = new Map(schools.map(school => [school.id, school.name]))
  const href = `/groups/${found.groupId}/measures`
  const values: Record<string, string | string[]> = {
    school: draft.school,
    on: draft.on,
    measure: draft.measure,
    sheet: draft.sheet,
  }
  draft.columns.forEach((column, at) => (values[`column-${at}`] = column.role))
  return {
    title: `Look at ${found.name} before it comes in`,
    breadcrumbs: crumbsOf(found.enquiry, { href, text: 'Measures' }),
    head: headOf(found.enquiry, 'measures'),
    name: found.name,
    address: `/measure-imports/${found.id}`,
    form: formOf({ ...values, perPupil: draft.perPupil ? 'yes' : '' }),
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    columns: draft.columns.map((column, at) => ({
      at,
      head: column.head,
      examples: draft.rows
        .slice(0, linesShown)
        .map(row => row.cells[at] ?? '')
        .filter(Boolean)
        .slice(0, 3)
        .join(', '),
    })),
    roles: roles.map(role => ({ value: role, text: roleInWords[role] })),
    notLetIn: draft.notLetIn,
    notes: [...draft.notes, ...gathering.notes],
    sheets: draft.others.length > 0 ? [draft.sheet, ...draft.others.map(one => one.sheet)].map(asChoice) : [],
    perPupil: draft.perPupil,
    rows: draft.rows.length,
    missing: gathering.missing,
    blanks: gathering.blanks,
    unknownSchools: gathering.unknownSchools,
    mistakes: gathering.mistakes.slice(0, mistakesShown),
    moreMistakes: Math.max(0, gathering.mistakes.length - mistakesShown),
    readings: gathering.readings.slice(0, readingsShown).map((reading, at) => {
      const hidden = showing.get(String(at)) !== 'shown'
      return {
        school: names.get(reading.schoolId) ?? '',
        measure: reading.measure,
        on: day(reading.measuredOn),
        value: hidden ? 'not shown' : figure(reading.value!),
        pupils: hidden
          ? showing.get(String(at)) === 'few'
            ? few
            : heldBack
          : reading.pupils === null
            ? 'not said'
            : String(reading.pupils),
      }
    }),
    total: gathering.readings.length,
    takeIn: `Take in ${plural(gathering.readings.length, 'reading', 'readings')}`,
  }
}

function asChoice(name: string) {
  return { value: name, text: name }
}
