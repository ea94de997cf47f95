import type { Request } from 'express'
import type { Db } from '../../database.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { daysAfter, today } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { listed } from '../../words/words.js'
import { maySetCommonDays } from '../permissions.js'
import { answersInWords, answersTo } from './answering.js'
import { commonDaysOf, daysToCopy } from './days.js'
import type { CommonDaysThere } from './finding.js'
import { datesInWords, schoolYearOf } from './in-words.js'
import type { CommonDaysPage } from './pages.js'

/** The days of one school year; the one that is asked for, or the one that today falls in. */
export async function commonDaysPage(db: Db, req: Request, there: CommonDaysThere): Promise<CommonDaysPage> {
  const { person, network, head, listAddress: address } = there
  const year = yearAsked(req)
  const yearBefore = schoolYearOf(daysAfter(year.from, -1))
  const yearAfter = schoolYearOf(daysAfter(year.until, 1))
  const days = await commonDaysOf(db, network.id, year)
  const schools = await schoolsOf(db, network.id)
  const answers = await answersTo(
    db,
    days.map(day => day.id),
  )
  const set = maySetCommonDays(person, network)
  return {
    ...{ title: 'Days in common', breadcrumbs: there.breadcrumbs, head, address, year: year.name },
    before: { href: `${address}?year=${yearBefore.from.slice(0, 4)}`, text: yearBefore.name },
    after: { href: `${address}?year=${yearAfter.from.slice(0, 4)}`, text: yearAfter.name },
    days: days.map(day => {
      const given = answers.filter(
        one => one.commonDayId === day.id && schools.some(school => school.id === one.schoolId),
      )
      const kept = given.filter(one => one.answer === 'kept').length
      const own = given
        .filter(one => person.worksAt(one.schoolId))
        .map(one => `${schools.find(school => school.id === one.schoolId)!.name}: ${answersInWords[one.answer]}`)
      return {
        ...day,
        ...{ href: `${address}/${day.id}`, when: datesInWords(day), own: listed(own) },
        answers: { kept, apart: given.length - kept, open: schools.length - given.length },
      }
    }),
    toCopy: set ? (await daysToCopy(db, network.id, yearBefore)).length : 0,
    may: { set },
  }
}

export function yearAsked(req: Request): { from: string; until: string; name: string } {
  const asked = queried(req, 'year')
  return schoolYearOf(/^(19[5-9]\d|20\d\d)$/.test(asked) ? `${asked}-09-01` : today())
}
