import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import { findNetwork } from '../../networks/networks.js'
import { findTerm, termBefore } from '../../networks/terms/terms.js'
import { addPart, findPart, leavePartOut, placePart } from '../../termly-reports/arranging/arranging.js'
import { documentOfReport } from '../../termly-reports/telling/document-of.js'
import { reportKind, shortReportKind, shortReportOwner } from '../../termly-reports/short-reports/fields.js'
import { fieldOf } from '../../termly-reports/arranging/parts.js'
import { choosePicture, picturesFor } from '../../termly-reports/arranging/pictures.js'
import { makePromise, promisesOf, tellOutcome } from '../../termly-reports/arranging/promises.js'
import { publishReport } from '../../termly-reports/publishing/publishing.js'
import { beginReport, publishableOf, reportOf } from '../../termly-reports/report.js'
import { sendShortReport } from '../../termly-reports/short-reports/short-reports.js'
import { addSight } from '../../termly-reports/arranging/sights.js'
import { putText } from '../../texts/texts.js'
import { withdrawEditions } from '../../publishing/editions/editions.js'
import { openSubmission, submit } from '../../publishing/submitting/submissions.js'
import { demoToday } from '../cast.js'
import type { GroupReport, NetworkReport } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { castPerson, type Deed, moment } from './deeds.js'
import { reportInMaking } from '../../termly-reports/report-in-making.js'
import { knownPartsWith } from '../../termly-reports/arranging/parts.js'
import { brought } from '../../rooms.js'

const known = knownPartsWith(brought.inTheYear.reportParts)

/** Each group's short report, and the network's own: written, submitted, and published with a second person. */
export function reportDeeds(house: House, reports: NetworkReport[]): Deed[] {
  return reports.flatMap(report => [
    ...report.groups.flatMap(group => shortReport(house, report, group)),
    ...networkReport(house, report),
  ])
}

function shortReport(house: House, report: NetworkReport, group: GroupReport): Deed[] {
  const { db } = house
  const written = group.sentOn ?? daysAfter(demoToday, -2)
  const write = async () => {
    const lead = await castPerson(house, group.by)
    const term = await findTerm(db, report.network, report.term)
    const owner = shortReportOwner(group.group, term.id)
    const words = { progress: group.progress, learned: group.learned, need: group.needs }
    for (const [field, body] of Object.entries(words))
      if (body) await inOne(db, trx => putText(trx, { kind: shortReportKind, owner, field }, body, lead))
  }
  const send = async () => {
    const lead = await castPerson(house, group.by)
    const enquiry = await findEnquiry(db, lead, group.group)
    await inOne(db, async trx =>
      sendShortReport(trx, enquiry, await findTerm(trx, report.network, report.term), lead, group.releaseDays),
    )
  }
  const deeds = [{ at: moment(written, '19:20'), act: write }]
  return group.sentOn ? [...deeds, { at: moment(group.sentOn, '19:31'), act: send }] : deeds
}

function networkReport(house: House, report: NetworkReport): Deed[] {
  const { approvedBy, publishedOn, corrected, withdrawn } = report
  const written = publishedOn ? daysAfter(publishedOn, -3) : daysAfter(demoToday, -1)
  const deeds = [
    { at: moment(written, '10:05'), act: () => write(house, report) },
    { at: moment(written, '11:00'), act: () => arrange(house, report) },
  ]
  if (!approvedBy || !publishedOn) return deeds
  deeds.push(
    { at: moment(daysAfter(publishedOn, -1), '10:40'), act: () => submitReport(house, report) },
    { at: moment(publishedOn, '12:15'), act: () => publish(house, report, approvedBy) },
  )
  if (corrected)
    deeds.push(
      { at: moment(corrected.on, '09:30'), act: () => correct(house, report, corrected) },
      { at: moment(corrected.on, '15:50'), act: () => publish(house, report, approvedBy) },
    )
  if (withdrawn)
    deeds.push({ at: moment(withdrawn.on, '08:20'), act: () => withdraw(house, report, withdrawn.because) })
  return deeds
}

async function write(house: House, report: NetworkReport): Promise<void> {
  const person = await castPerson(house, report.composedBy)
  const { id } = await findTerm(house.db, report.network, report.term)
  const words = { introduction: report.introduction, changed: report.whatChanged, thanks: report.thanks }
  for (const [field, body] of Object.entries(words))
    if (body) await inOne(house.db, trx => putText(trx, { kind: reportKind, owner: id, field }, body, person))
}

/** Promises, places to see, pictures, a part of its own, and what is left out. */
async function arrange(house: House, report: NetworkReport): Promise<void> {
  const { db } = house
  const { person, network, term } = await termToReportOn(house, report, report.composedBy)
  const earlier = await termBefore(db, term)
  const promised = earlier ? await promisesOf(db, earlier) : []
  for (const [place, { outcome, words }] of (report.became ?? []).entries()) {
    const promise = promised[place]!
    await tellOutcome(db, promise, { outcome, became: words, version: promise.version }, person)
  }
  for (const promise of report.promises ?? []) await makePromise(db, term, promise, person)
  for (const sight of report.sights ?? []) await addSight(db, term, sight, person)
  const choices = report.pictures ? await picturesFor(db, network, term, true) : []
  for (const { part, title, caption } of report.pictures ?? []) {
    const choice = choices.find(one => one.piece.title === title)
    if (choice) await choosePicture(db, term, part, choice, { alt: choice.file.alt, caption }, person)
  }
  if (report.ownPart) {
    const { heading, words, before } = report.ownPart
    const part = await inOne(db, trx => addPart(trx, network, term, known, heading, person))
    await inOne(db, trx => placePart(trx, term, known, part, { before }, person))
    await inOne(db, trx => putText(trx, { kind: reportKind, owner: term.id, field: fieldOf(part) }, words, person))
  }
  for (const part of report.leftOut ?? [])
    await inOne(db, async trx => leavePartOut(trx, network, term, await findPart(trx, term, known, part), person))
}

async function submitReport(house: House, report: NetworkReport, reason = ''): Promise<void> {
  const { db } = house
  const { person, network, term } = await termToReportOn(house, report, report.composedBy)
  const begun = await beginReport(db, network, term, person)
  await inOne(db, async trx =>
    submit(
      trx,
      publishableOf(begun),
      { document: await documentOfReport(reportInMaking(trx, network, term, known)), reason },
      person,
    ),
  )
}

async function publish(house: House, report: NetworkReport, approvedBy: string): Promise<void> {
  const { db } = house
  const { person, network, term } = await termToReportOn(house, report, approvedBy)
  const submitted = (await reportOf(db, term))!
  const submission = (await openSubmission(db, publishableOf(submitted)))!
  const { findings } = await inOne(db, trx =>
    publishReport(trx, house.keys, network, term, submitted, submission, submission.hash, person),
  )
  if (findings.length > 0)
    throw new Error(`${term.name} of ${network.name} may not go out: ${findings.map(one => one.because).join(' ')}`)
}

async function correct(
  house: House,
  report: NetworkReport,
  { reason, introduction }: { reason: string; introduction: string },
): Promise<void> {
  await write(house, { ...report, introduction })
  await submitReport(house, report, reason)
}

async function withdraw(house: House, report: NetworkReport, because: string): Promise<void> {
  const { person, term } = await termToReportOn(house, report, report.composedBy)
  await inOne(house.db, async trx =>
    withdrawEditions(trx, publishableOf((await reportOf(trx, term))!), person, because),
  )
}

async function termToReportOn(house: House, { network, term }: NetworkReport, who: string) {
  const person = await castPerson(house, who)
  return {
    person,
    network: await findNetwork(house.db, person, network),
    term: await findTerm(house.db, network, term),
  }
}
