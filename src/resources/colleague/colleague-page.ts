import type { Db } from '../../database.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { today } from '../../web/now.js'
import { type FormState, formOf } from '../../web/read.js'
import { day, listed } from '../../words/words.js'
import type { ResourcesOfNetwork } from '../finding.js'
import { daysOf, typedDays } from '../money.js'
import type { ColleagueFormPage, ColleaguePage, WishLine, WishPage } from '../pages.js'
import { mayAnswerWish, mayEnterDays, mayNameColleague, mayReadPool, mayWish } from '../permissions.js'
import { placesWithin } from '../places.js'
import { schoolYear, yearSaid, yearsToChoose } from '../school-year.js'
import { colleagueKinds, type OutsideColleague } from '../tables.js'
import { schoolsHeaded } from '../claims/claims.js'
import { whoCanBeNamed } from './colleagues.js'
import { type DayShown, daysFor, poolOf, sharesOf } from './days.js'
import { type Thanks, thanksOf, wishesFor, type WishShown } from './wishes.js'

/** An outside colleague: what is held in common for everybody, and each school’s share for those who answer for it. */
export async function colleaguePage(
  db: Db,
  there: ResourcesOfNetwork,
  colleague: OutsideColleague,
  forms: { dayForm?: FormState; wishForm?: FormState } = {},
): Promise<ColleaguePage> {
  const { person, network, head, address: at } = there
  const address = `${at}/colleagues/${colleague.id}`
  const enter = mayEnterDays(person, colleague)
  const all = await schoolsOf(db, network.id)
  const own = schoolsHeaded(person, network)
  const wishing = all.filter(one => mayWish(person, colleague, one.id))
  const seen = all.filter(one => enter || own.includes(one.id))
  const shares = await sharesOf(db, colleague, seen)
  const wishes = await wishesFor(db, person, colleague)
  return {
    title: `${colleague.name}, ${yearSaid(colleague.year)}`,
    ...{ head, at, address },
    ways: placesWithin(there, '/colleagues'),
    colleague: {
      name: colleague.name,
      what: colleague.what,
      year: yearSaid(colleague.year),
      about: colleague.about,
      ended: colleague.endedAt !== null,
    },
    pool: (await readsPool(db, there, colleague)) ? poolShown(colleague, await poolOf(db, colleague, enter)) : null,
    thanks: (await thanksOf(db, colleague)).map(one => thanksSaid(one, colleague.name)),
    schools: shares.map(({ school, base, gave, received, used, left }) => ({
      name: school.name,
      ...{ base: said(base), given: said(gave), received: said(received), used: said(used), left: said(left) },
    })),
    days: (await daysFor(db, person, colleague)).map(dayLine),
    wishes: wishes.map(one => wishLine(address, one, mayAnswerWish(person, colleague, one))),
    dayForm: forms.dayForm ?? formOf({ onDay: today() }),
    wishForm: forms.wishForm ?? formOf(),
    choices: { schools: all.map(choiceOf), own: wishing.map(choiceOf) },
    may: {
      change: mayNameColleague(person, network),
      enter: enter && colleague.endedAt === null,
      wish: wishing.length > 0,
    },
  }
}

async function readsPool(db: Db, { person, network }: ResourcesOfNetwork, colleague: OutsideColleague) {
  const led = person.membershipsWith('leads the group').map(one => one.groupId)
  const here =
    led.length === 0
      ? undefined
      : await db
          .selectFrom('groups')
          .select('id')
          .where('networkId', '=', network.id)
          .where('id', 'in', led)
          .executeTakeFirst()
  return mayReadPool(person, colleague, here !== undefined)
}

const choiceOf = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name })

function poolShown(colleague: OutsideColleague, { halfDays, used }: { halfDays: number; used: number | null }) {
  return {
    inCommon: daysOf(halfDays),
    used: used === null ? null : said(used),
    left: used === null ? null : said(halfDays - used),
    share: used === null || halfDays === 0 ? 0 : Math.min(100, Math.floor((used * 100) / halfDays)),
    base: said(colleague.baseHalfDays),
  }
}

/** 0 → `none`; less than none → `½ day over` */
function said(halfDays: number): string {
  if (halfDays === 0) return 'none'
  return halfDays < 0 ? `${daysOf(-halfDays)} over` : daysOf(halfDays)
}

/** Thanks say who gave and how much, and never to whom. */
export function thanksSaid({ at, schools }: Thanks, name: string): string {
  const gave = listed(schools.map(one => `${one.name} (${daysOf(one.halfDays)})`))
  return `On ${day(at)}, ${gave} gave from ${schools.length === 1 ? 'its share' : 'their shares'} of ${name}’s time to a school that needed it more. Thank you.`
}

function dayLine(one: DayShown) {
  return {
    id: one.id,
    day: day(one.onDay),
    isAhead: one.onDay > today(),
    school: one.school ?? 'All schools',
    amount: daysOf(one.halfDays),
    forWhat: one.forWhat,
  }
}

export function wishLine(address: string, wish: WishShown, mayAnswer: boolean): WishLine {
  const agreed = wish.agreedHalfDays ?? 0
  return {
    id: wish.id,
    href: `${address}/wishes/${wish.id}`,
    school: wish.school,
    amount: `${daysOf(wish.halfDays)} more`,
    reason: wish.reason,
    asked: day(wish.askedAt),
    answer: wish.answeredAt
      ? `${agreed > 0 ? `Agreed: ${daysOf(agreed)}` : 'Not this time'}, ${day(wish.answeredAt)}. ${wish.answerWord}`
      : null,
    mayAnswer,
  }
}

export async function wishPage(
  db: Db,
  { network, head, address: at }: ResourcesOfNetwork,
  colleague: OutsideColleague,
  wish: WishShown,
  mayAnswer: boolean,
  form: FormState = formOf({ agreed: typedDays(wish.halfDays) }),
): Promise<WishPage> {
  const back = `${at}/colleagues/${colleague.id}`
  const pool = await poolOf(db, colleague, true)
  const schools = mayAnswer ? (await schoolsOf(db, network.id)).filter(one => one.id !== wish.schoolId) : []
  return {
    title: `${wish.school} wishes for ${daysOf(wish.halfDays)} more`,
    ...{ head, at, back, form },
    address: `${back}/wishes/${wish.id}`,
    wish: wishLine(back, wish, mayAnswer),
    colleague: colleague.name,
    left: mayAnswer ? said(pool.halfDays - (pool.used ?? 0)) : '',
    schools: (await sharesOf(db, colleague, schools)).map(({ school, left }) => ({
      field: `from-${school.id}`,
      name: school.name,
      left: said(left),
    })),
  }
}

export async function colleagueFormPage(
  db: Db,
  { network, head, address: at }: ResourcesOfNetwork,
  form: FormState | undefined,
  colleague?: OutsideColleague,
): Promise<ColleagueFormPage> {
  const own = colleague && `${at}/colleagues/${colleague.id}`
  const typed = colleague && {
    ...{ name: colleague.name, person: colleague.personId ?? '', what: colleague.what, about: colleague.about },
    ...{ days: typedDays(colleague.halfDays), base: typedDays(colleague.baseHalfDays) },
  }
  return {
    title: colleague ? `Change what is said of ${colleague.name}` : 'Name an outside colleague',
    ...{ head, at, address: own ?? `${at}/colleagues`, back: own ?? `${at}/colleagues`, isNew: !colleague },
    form: form ?? formOf(typed ?? { year: schoolYear() }),
    choices: {
      people: (await whoCanBeNamed(db, network.id)).map(choiceOf),
      kinds: colleagueKinds.map(value => ({ value, text: value[0]!.toUpperCase() + value.slice(1) })),
      years: yearsToChoose(),
    },
  }
}
