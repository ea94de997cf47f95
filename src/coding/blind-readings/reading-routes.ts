import { type Request, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { allow, Conflict } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import { peopleOf } from '../../groups/people.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { countsFor, type Unit } from './agreement.js'
import {
  findReading,
  type FoundReading,
  isGoingOn,
  sayDone,
  startReading,
  stopReading,
  takeDoneBack,
  textsRead,
} from './blind-readings.js'
import { bookOf, codeChoices, type CodeInBook, findCodingGroup } from '../codebook/book.js'
import { codesCrumb, placeIn } from '../codebook/book-routes.js'
import { comparisonColumns } from '../comparing/columns.js'
import { ReadingForm, RemarkForm, ResolutionForm } from '../forms.js'
import { added, agreementOf, type Counts, kappaInWords, kappaOf, noCounts } from './kappa.js'
import type { ComparedCode, ComparisonPage, ReadingPage, ReadingsPage } from '../pages.js'
import { mayCode, mayStartReading, mayStopReading } from '../permissions.js'
import { differencesOf, findDifference, remarkOn, resolveDifference } from './resolving.js'
import { stepsShown } from '../undoing/steps.js'
import { waysOf } from '../ways.js'
import { takesPart } from '../../people/roles/roles.js'

/** Reading blind: starting, being done, and what the comparison shows. */
export function readingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/readings', async (req, res) => {
    const person = signedIn(res)
    show(res, 'coding/readings', await readingsPage(db, await findCodingGroup(db, person, req.params.group)))
  })

  routes.get('/groups/:group/readings/new', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    allow(mayStartReading(enquiry))
    show(res, 'coding/reading-new', await newPage(db, person, enquiry, formOf()))
  })

  routes.post('/groups/:group/readings', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    allow(mayStartReading(enquiry))
    const reading = read(ReadingForm, req.body)
    const refused = async (status: number, form: FormState) =>
      show(res.status(status), 'coding/reading-new', await newPage(db, person, enquiry, form))
    if (!reading.ok) return refused(422, reading.form)
    const offered = new Set((await piecesToRead(db, person, enquiry)).map(one => one.value))
    const codes = new Set((await bookOf(db, enquiry)).map(code => code.id))
    if (!reading.values.pieces.every(id => offered.has(id)) || !reading.values.codes.every(id => codes.has(id)))
      return refused(422, addMistake(formOf(req.body), 'pieces', 'Some of these are not there any more. Choose again.'))
    try {
      const id = await inOne(db, trx => startReading(trx, enquiry, person, reading.values))
      await tell(db, res, 'The blind reading has begun. Your colleague finds it under “Blind readings”.')
      res.redirect(303, `/readings/${id}`)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return refused(409, addMistake(formOf(req.body), 'secondReader', error.message))
    }
  })

  routes.get('/readings/:reading', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    if (reading.comparedAt) return show(res, 'coding/comparison', await comparisonPage(req, db, person, reading))
    show(res, 'coding/reading', await readingPage(db, person, reading))
  })

  routes.get('/readings/:reading/comparison.csv', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    if (!reading.comparedAt) throw new Conflict('Both readers have to be done before the readings are compared.')
    const { compared, overall } = await compare(db, person, reading, unitAsked(req))
    sendCsv(res, `blind-reading-${reading.number}`, comparisonColumns, [...compared, overall])
  })

  routes.post('/readings/:reading/done', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    allow(mayCode(reading.enquiry) && isReader(reading, person))
    const { compared } = await inOne(db, trx => sayDone(trx, reading, person))
    await tell(
      db,
      res,
      compared
        ? 'Both of you are done. Here is what you made of it.'
        : 'You are done. When your colleague is too, you see both readings.',
    )
    res.redirect(303, `/readings/${reading.id}`)
  })

  routes.post('/readings/:reading/done/end', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    allow(mayCode(reading.enquiry) && isReader(reading, person))
    await inOne(db, trx => takeDoneBack(trx, reading, person))
    res.redirect(303, `/readings/${reading.id}`)
  })

  routes.get('/readings/:reading/stopping', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    allow(isGoingOn(reading) && mayStopReading(reading.enquiry, reading, person))
    const href = `/readings/${reading.id}`
    show(res, 'coding/confirm', {
      title: `Stop blind reading ${reading.number}`,
      breadcrumbs: placeIn(reading.enquiry, codesCrumb(reading), { href, text: `Blind reading ${reading.number}` })
        .breadcrumbs,
      confirm: {
        heading: `Stop blind reading ${reading.number}`,
        what: [
          'The second reader sees the group’s codings again. Nothing is compared.',
          'What they coded blind does not become the group’s coding.',
        ],
        undo: 'It cannot be taken up again, but you can start another one.',
        address: `${href}/stopping`,
        button: 'Stop the blind reading',
        danger: true,
        cancel: { href, text: 'Go on reading' },
      },
    })
  })

  routes.post('/readings/:reading/stopping', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    allow(mayStopReading(reading.enquiry, reading, person))
    await stopReading(db, reading, person)
    await tell(db, res, 'The blind reading is stopped.')
    res.redirect(303, `/groups/${reading.groupId}/readings`)
  })

  routes.post('/readings/:reading/differences/:difference', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    allow(mayCode(reading.enquiry))
    const difference = await findDifference(db, person, reading, req.params.difference)
    const asked = read(ResolutionForm, req.body)
    if (!asked.ok) throw new Conflict('Choose what the group keeps: the first reading, the second, both or neither.')
    await inOne(db, trx => resolveDifference(trx, reading, difference, person, asked.values.resolution))
    await tell(db, res, 'Settled, and coded so. You can undo this.')
    res.redirect(303, `/readings/${reading.id}#difference-${difference.id}`)
  })

  routes.post('/readings/:reading/differences/:difference/remarks', async (req, res) => {
    const person = signedIn(res)
    const reading = await findReading(db, person, req.params.reading)
    allow(mayCode(reading.enquiry))
    const difference = await findDifference(db, person, reading, req.params.difference)
    const asked = read(RemarkForm, req.body)
    if (asked.ok) await remarkOn(db, difference, person, asked.values.words)
    else await tell(db, res, 'Write what you want to say.')
    res.redirect(303, `/readings/${reading.id}#difference-${difference.id}`)
  })

  return routes
}

function isReader(reading: FoundReading, person: Reader): boolean {
  return [reading.firstReader, reading.secondReader].includes(person.id)
}

async function readingsPage(db: Db, enquiry: Enquiry): Promise<ReadingsPage> {
  const here = `/groups/${enquiry.groupId}/readings`
  const rows = await db
    .selectFrom('blindReadings')
    .innerJoin('people as first', 'first.id', 'blindReadings.firstReader')
    .innerJoin('people as second', 'second.id', 'blindReadings.secondReader')
    .selectAll('blindReadings')
    .select(['first.name as firstName', 'second.name as secondName'])
    .where('blindReadings.groupId', '=', enquiry.groupId)
    .orderBy('blindReadings.number', 'desc')
    .execute()
  return {
    title: `Blind readings of ${enquiry.groupName}`,
    ...placeIn(enquiry, codesCrumb(enquiry)),
    ways: waysOf(enquiry, here),
    readings: rows.map(row => ({ ...row, href: `/readings/${row.id}` })),
    address: here,
    may: { start: mayStartReading(enquiry) },
  }
}

async function newPage(db: Db, person: Reader, enquiry: Enquiry, form: FormState) {
  const people = await peopleOf(db, enquiry.groupId)
  return {
    title: 'Start a blind reading',
    ...placeIn(enquiry, codesCrumb(enquiry), { href: `/groups/${enquiry.groupId}/readings`, text: 'Blind readings' }),
    form,
    address: `/groups/${enquiry.groupId}/readings`,
    people: people
      .filter(one => takesPart(one) && one.personId !== person.id)
      .map(one => ({ value: one.personId, text: one.school ? `${one.name}, ${one.school}` : one.name })),
    pieces: await piecesToRead(db, person, enquiry),
    codes: codeChoices(await bookOf(db, enquiry)).map(({ value, text }) => ({ value, text: text.trim() })),
  }
}

/** Pieces with words that the whole group may read, the newest first. */
async function piecesToRead(db: Db, person: Reader, enquiry: Enquiry) {
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where('evidence.id', 'in', eb =>
      eb.selectFrom('readableTexts').select('evidenceId').where('replacedAt', 'is', null).where('words', '<>', ''),
    )
    .orderBy('evidence.number', 'desc')
    .execute()
  return enquiry.names.read(rows).map(({ id, number, title }) => ({ value: id, text: `E${number} ${title}` }))
}

async function readablePieces(db: Db, person: Reader, reading: FoundReading) {
  if (reading.pieceIds.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.id', 'in', reading.pieceIds)
    .orderBy('evidence.number')
    .execute()
  return reading.enquiry.names.read(rows)
}

async function readersOf(db: Db, reading: FoundReading) {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [reading.firstReader, reading.secondReader])
    .execute()
  const name = (id: string) => people.find(one => one.id === id)!.name
  return { first: name(reading.firstReader), second: name(reading.secondReader) }
}

async function readingPage(db: Db, person: Reader, reading: FoundReading): Promise<ReadingPage> {
  const book = await bookOf(db, reading.enquiry)
  const isSecond = person.id === reading.secondReader
  return {
    title: `Blind reading ${reading.number}`,
    ...placeIn(reading.enquiry, codesCrumb(reading), {
      href: `/groups/${reading.groupId}/readings`,
      text: 'Blind readings',
    }),
    reading,
    readers: await readersOf(db, reading),
    pieces: (await readablePieces(db, person, reading)).map(piece => ({
      ...piece,
      href: `/evidence/${piece.id}/coding`,
    })),
    codes: book.filter(code => reading.codeIds.includes(code.id)),
    isSecond,
    mine: isSecond ? reading.secondDoneAt : reading.firstDoneAt,
    address: `/readings/${reading.id}`,
    may: {
      done: mayCode(reading.enquiry) && isGoingOn(reading) && isReader(reading, person),
      stop: isGoingOn(reading) && mayStopReading(reading.enquiry, reading, person),
    },
  }
}

function unitAsked(req: Request): Unit {
  return queried(req, 'unit') === 'characters' ? 'characters' : 'sentences'
}

async function comparisonPage(req: Request, db: Db, person: Reader, reading: FoundReading): Promise<ComparisonPage> {
  const unit = unitAsked(req)
  const address = `/readings/${reading.id}`
  const { compared, overall, codes, units, texts } = await compare(db, person, reading, unit)
  return {
    title: `Blind reading ${reading.number} compared`,
    ...placeIn(reading.enquiry, codesCrumb(reading), {
      href: `/groups/${reading.groupId}/readings`,
      text: 'Blind readings',
    }),
    reading,
    readers: await readersOf(db, reading),
    unit,
    units,
    texts,
    compared,
    overall,
    differences: (await differencesOf(db, person, reading)).map(one => ({
      ...one,
      first: one.first.flatMap(id => codes.get(id) ?? []),
      second: one.second.flatMap(id => codes.get(id) ?? []),
      href: `/evidence/${one.evidenceId}/coding#text-${one.textId}`,
    })),
    steps: await stepsShown(db, person, reading.enquiry, address),
    csv: `${address}/comparison.csv?unit=${unit}`,
    address,
    may: { settle: mayCode(reading.enquiry) },
  }
}

async function compare(db: Db, person: Reader, reading: FoundReading, unit: Unit) {
  const pieces = await readablePieces(db, person, reading)
  const texts = await textsRead(
    db,
    reading,
    pieces.map(piece => piece.id),
  )
  const codes = await codesRead(db, reading)
  const read = texts.map(text => text.read)
  const of = (name: string, mark: string, colour: string, counts: Counts): ComparedCode => ({
    ...{ name, mark, colour, counts },
    agreement: inHundreds(agreementOf(counts)),
    kappa: rounded(kappaOf(counts)),
    words: kappaInWords(counts),
  })
  const compared = [...codes.values()].map(code =>
    of(code.name, code.mark, code.colour, countsFor(read, code.id, unit)),
  )
  const all = compared.reduce((sum, { counts }) => added(sum, counts), noCounts)
  const units = read.flatMap(text => text.sentences)
  return {
    compared,
    overall: of('All codes together', '', 'slate', all),
    codes,
    units: unit === 'sentences' ? units.length : units.reduce((sum, one) => sum + one.endsAt - one.startsAt, 0),
    texts: texts.length,
  }
}

/** The codes of the reading by their ids; one that was merged since is said to be. */
async function codesRead(
  db: Db,
  reading: FoundReading,
): Promise<Map<string, Pick<CodeInBook, 'id' | 'name' | 'mark' | 'colour'>>> {
  if (reading.codeIds.length === 0) return new Map()
  const rows = await db.selectFrom('codes').selectAll().where('id', 'in', reading.codeIds).execute()
  const book = (await bookOf(db, reading)).map(code => code.id)
  const place = (id: string) => (book.includes(id) ? book.indexOf(id) : book.length)
  rows.sort((one, other) => place(one.id) - place(other.id))
  return new Map(
    rows.map(({ id, name, mark, colour, mergedInto, removedAt }) => {
      const since = mergedInto ? ' (merged since)' : removedAt ? ' (removed since)' : ''
      return [id, { id, name: name + since, mark, colour }]
    }),
  )
}

function inHundreds(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 100)} %`
}

function rounded(kappa: number | null): string | null {
  return kappa === null ? null : (Object.is(Math.round(kappa * 100), -0) ? 0 : Math.round(kappa * 100) / 100).toFixed(2)
}
