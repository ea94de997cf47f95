import { chartOnPage } from '../../charts/draw.js'
import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { today } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import { day } from '../../words/words.js'
import { countingInWords, countingOf, countings } from './judging-readings.js'
import { type Moments, momentsOf } from './moments.js'
import type { FoundMeasure } from './measures.js'
import { besideThemselves, overTime } from './over-time.js'
import type { MeasureOverTimePage } from './pages.js'
import { mayKeepMeasures, mayShareNumbersOf, mayTakeNumbersBack } from '../permissions.js'
import { type AtSchool, pupilsBehind, readingsOf } from './readings.js'
import { placesToMeasure } from '../schools.js'
import { type SideBySide, sideBySide } from './side-by-side.js'

/** A measure over time in each school that its reader may see. @param form what was sent with a mistake */
export async function measurePage(
  db: Db,
  person: Reader,
  found: FoundMeasure,
  moments: Moments[],
  form?: FormState,
): Promise<MeasureOverTimePage> {
  const { enquiry } = found
  const atSchools = (await readingsOf(db, person, enquiry, [found])).get(found.id)!
  const began = await momentsOf(moments, db, person, enquiry)
  const schools = atSchools.map(at => overTime(found.name, at, found.baselineUntil, began))
  const pairs = schools.filter(one => one.before.value !== null && one.after.value !== null)
  const href = `/measures/${found.id}`
  const days = daysOf(atSchools)
  return {
    title: found.name,
    breadcrumbs: crumbsOf(enquiry, { href: addressOfMeasures(enquiry), text: 'Measures' }),
    head: headOf(enquiry, 'measures'),
    measure: { id: found.id, name: found.name, href, baselineUntil: found.baselineUntil, counts: countingOf(found) },
    countings: countings.map(value => ({ value, text: countingInWords[value] })),
    table: await tableOf(db, found.id, atSchools),
    beside: pairs.length > 0 ? await chartOnPage(besideThemselves(found.name, schools)) : null,
    schools: await Promise.all(
      schools.map(async ({ chart, ...one }) => ({
        ...one,
        picture: await chartOnPage(chart),
        may: {
          share: !one.shared && mayShareNumbersOf(person, enquiry, one.schoolId),
          takeBack: one.shared && mayTakeNumbersBack(person, enquiry, one.schoolId),
        },
      })),
    ),
    days: days.map(on => ({ value: on, text: day(on) })),
    form: form ?? formOf({ measuredOn: today() }),
    offered: (await placesToMeasure(db, enquiry)).map(({ id, name }) => ({ value: id, text: name })),
    inside: enquiry.standing.member,
    may: { keep: mayKeepMeasures(enquiry) },
    csv: `${href}.csv`,
    latest: today(),
  }
}

export function addressOfMeasures(enquiry: Enquiry): string {
  return `/groups/${enquiry.groupId}/measures`
}

/** Every day on which something was measured in one of these schools, in the order of time. */
export function daysOf(schools: AtSchool[]): string[] {
  return [...new Set(schools.flatMap(school => school.readings.map(reading => reading.on)))].sort()
}

/** Schools side by side. The sums are judged by the true numbers of pupils, of which the reader sees only some. */
export async function tableOf(db: Db, measureId: string, schools: AtSchool[]): Promise<SideBySide> {
  const behind = await pupilsBehind(db, measureId)
  const days = daysOf(schools)
  const pupils = schools.map(({ schoolId }) => days.map(on => behind.get(`${schoolId} ${on}`) ?? null))
  return sideBySide(schools, pupils, days)
}
