import type { House } from '../house.js'
import { namesOf } from '../people/people.js'
import { now, today } from '../web/now.js'
import { formOf, type FormState } from '../web/read.js'
import { day, dayAndTime, plural } from '../words/words.js'
import { hoursLater, lastDayOfPack } from './clocks.js'
import { countsOf } from './findings/findings.js'
import { clockInWords, isLate, lastDayToExtend } from './list-page.js'
import type { Progress } from './looking/looking.js'
import { nameOfSchool } from './packing/pack.js'
import type { RequestPage, Step } from './pages.js'
import * as permissions from './permissions.js'
import { type FoundRequest, kindInWords, numberOf } from './requests.js'
import type { Told } from './said.js'
import { saysInHistory } from './saying.js'

type Forms = Partial<RequestPage['forms']>

/** A case as those who deal with it see it; whoever only knows of it is shown its clock and no word of it. @param mended a form that came back */
export async function casePage(house: House, found: FoundRequest, mended: Forms = {}): Promise<RequestPage> {
  const { db } = house
  const { request, said, person, head, listAddress, address } = found
  const works = permissions.mayWorkOn(person, request)
  const seesFindings = permissions.mayOpenFor(person, request)
  const school = await nameOfSchool(db, request)
  const past = await pastOf(house, found)
  const progress = request.looking ? (JSON.parse(request.looking) as Progress) : null
  const places = seesFindings && request.lookedAt ? await countsOf(db, request.id) : []
  const until = lastDayOfPack(request)
  return {
    ...{ title: `${numberOf(request)}, ${kindInWords(request)}`, head, listAddress, address },
    ...{ number: numberOf(request), kind: request.kind, kindName: kindInWords(request) },
    closed: request.closedAt,
    clock: clockOf(found),
    isLate: isLate(request),
    facts: works ? factsOf(found, school, past.nameOf) : null,
    steps: works ? stepsOf(found) : [],
    looking: progress && {
      ...{ done: progress.done, of: progress.of },
      share: progress.of === 0 ? 0 : Math.round((progress.done / progress.of) * 100),
    },
    found: request.lookedAt ? { total: places.reduce((sum, one) => sum + one.count, 0), places } : null,
    pack: permissions.mayFetchPack(person, request) && until ? { href: `${address}/pack.zip`, until } : null,
    erasure:
      permissions.isErasureAsked(request) && request.erasureAskedAt
        ? { asked: request.erasureAskedAt, by: past.nameOf(request.erasureAskedBy) }
        : null,
    outOfReach: request.erasedAt ? outOfReach : [],
    notes: works ? said.notes.map(note => ({ ...note, by: past.nameOf(note.by) })) : [],
    history: past.history,
    forms: { ...formsOf(found), ...mended },
    may: rightsOf(found, works, seesFindings),
  }
}

/** What no erasing here reaches. */
export const outOfReach = [
  'Copies that somebody took away, and PDFs that somebody downloaded: the list of what was fetched says who may still have one.',
  'What was printed, written by hand, or sent by letter.',
  'Backups: they hold what was erased until they are replaced. When one is put back, the erasing is done again before anybody is let in.',
  'Pictures, sounds and films in which nobody has said that the pupil can be seen or heard.',
]

/** An edition can be withdrawn, and is not on the list of what goes by itself. */
function clockOf({ request }: FoundRequest): string {
  if (request.closedAt) return `Closed ${day(request.closedAt)}.`
  if (request.kind !== 'breach') return `${clockInWords(request)}.`.replace('..', '.')
  const ends = hoursLater(request.receivedAt, 72)
  const left = Math.floor((Date.parse(ends) - Date.parse(now())) / 3_600_000)
  return left < 0
    ? `The 72 hours ended on ${dayAndTime(ends)}.`
    : `The 72 hours end ${dayAndTime(ends)}: ${plural(left, 'hour', 'hours')} from now.`
}

function factsOf({ request, said }: FoundRequest, school: string, nameOf: (id: string | null) => string) {
  const told = (one: Told | null) => (one ? `${one.told === 'yes' ? 'Yes' : 'No'}. ${one.because}` : '')
  const rows: [string, string][] = [
    ['School', school || 'The network'],
    [request.kind === 'breach' ? 'Somebody became aware' : 'Received', day(request.receivedAt)],
    ['Opened by', request.openedBy ? nameOf(request.openedBy) : 'The form for everybody'],
    ['About', said.names.join(', ')],
    ['Codes', said.codes.map(one => one.code).join(', ')],
    ['Who asks', said.askedBy],
    ['How to reach them', said.contact],
    [request.kind === 'breach' ? 'What happened' : 'In their words', said.words],
    ['Whose data', said.whose],
    ['What risk to them', said.risk],
    ['Was the Commissioner told', told(said.toldOffice)],
    ['Were the people told', told(said.toldPeople)],
    ['How we know who asks', said.identity],
    ['Why it takes longer', said.extendedBecause],
    ['How it ended', said.outcome],
  ]
  return rows.filter(([, value]) => value.trim() !== '').map(([key, value]) => ({ key, value }))
}

function stepsOf({ request, said }: FoundRequest): Step[] {
  const step = (text: string, done: string | null): Step => ({ text, done })
  switch (request.kind) {
    case 'access':
      return [
        step('Check who is asking', request.identityAt),
        step('Look through the workbench', request.lookedAt),
        step('Read what was found, and leave out what is not theirs', request.packedAt),
        step('Fetch the pack and send it', request.closedAt),
      ]
    case 'erasure':
      return [
        step('Check who is asking', request.identityAt),
        step('Look through the workbench', request.lookedAt),
        step('Choose what becomes of each, and ask a second person', request.erasureAskedAt),
        step('The second person confirms, and it is erased', request.erasedAt),
      ]
    case 'complaint':
      return [
        step('Acknowledge it', request.acknowledgedAt),
        step('Find out, answer, and say how it ended', request.closedAt),
      ]
    case 'breach':
      return [
        step('Write down what happened, whose data, what risk', said.risk ? request.openedAt : null),
        step('Say whether the Commissioner was told', said.toldOffice ? request.openedAt : null),
        step('Say whether the people were told', said.toldPeople ? request.openedAt : null),
        step('Write down what was done, and close', request.closedAt),
      ]
  }
}

function formsOf({ said }: FoundRequest): RequestPage['forms'] {
  const told = (one: Told | null) => one?.told ?? ''
  return {
    ...{ identity: formOf(), extension: formOf(), note: formOf(), closing: formOf() },
    lookBy: formOf({ names: said.names.join('\n'), masks: said.masks.join('\n') }),
    breach: formOf({
      ...{ words: said.words, whose: said.whose, risk: said.risk },
      ...{ office: told(said.toldOffice), officeBecause: said.toldOffice?.because },
      ...{ people: told(said.toldPeople), peopleBecause: said.toldPeople?.because },
    }),
  }
}

function rightsOf({ request, person }: FoundRequest, works: boolean, findings: boolean): RequestPage['may'] {
  const open = request.closedAt === null
  const asked = request.kind === 'access' || request.kind === 'erasure'
  const idle = request.looking === null && request.erasureConfirmedAt === null
  return {
    ...{ work: works && open, findings: findings && request.lookedAt !== null && request.erasureConfirmedAt === null },
    identity: works && open && asked && request.identityAt === null,
    extend: works && open && asked && request.extendedAt === null && lastDayToExtend(request) >= today(),
    look: works && open && asked && idle,
    pack: works && open && request.kind === 'access' && request.lookedAt !== null,
    erase: works && open && request.personId === null && request.lookedAt !== null && idle,
    confirm: permissions.mayConfirmErasure(person, request),
    acknowledge: works && open && request.kind === 'complaint' && request.acknowledgedAt === null,
    close: works && open && request.erasureConfirmedAt === null,
    reopen: works && !open && request.erasedAt === null,
    breach: works && open && request.kind === 'breach',
  }
}

/** What was done in the case, the newest first. */
async function pastOf({ db }: House, { request, said }: FoundRequest) {
  const rows = await db
    .selectFrom('facts')
    .select(['at', 'personId', 'kind', 'details'])
    .where('aboutKind', '=', 'data request')
    .where('aboutId', '=', request.id)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  const ids = [
    request.openedBy,
    request.erasureAskedBy,
    ...rows.map(row => row.personId),
    ...said.notes.map(one => one.by),
  ]
  const nameOf = await namesOf(db, ids)
  const history = rows.flatMap(row => {
    const says = saysInHistory(row.kind)
    return says === undefined ? [] : [{ at: row.at, by: row.personId ? nameOf(row.personId) : 'The workbench', says }]
  })
  return { nameOf, history }
}

export type { Forms }
export function withForm(name: keyof RequestPage['forms'], form: FormState): Forms {
  return { [name]: form }
}
