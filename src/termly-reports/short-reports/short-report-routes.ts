import { Router } from 'express'
import { inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { citationsIn } from '../../knowledge/citing/citing.js'
import type { Reader } from '../../names/reader.js'
import type { Term } from '../../networks/tables.js'
import { findTerm, termOn, termsOf } from '../../networks/terms/terms.js'
import { namesNoticed, namesOfKeysStandIn } from '../../keys/noticing.js'
import { tell } from '../../people/sessions.js'
import { textInPlace } from '../../texts/in-place.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { shortReportFields, shortReportKind, shortReportOwner } from './fields.js'
import { SendForm } from '../forms.js'
import { mayReadShortReport, maySendShortReport, mayWriteShortReport } from '../permissions.js'
import { sendShortReport, shortReportOf } from './short-reports.js'

/** A group's own report for a term. */
export function shortReportRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/reports', async (req, res) => {
    const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
    if (!insiders(enquiry)) throw new NotFound('page')
    const began = await db
      .selectFrom('groups')
      .select('proposedAt')
      .where('id', '=', enquiry.groupId)
      .executeTakeFirstOrThrow()
    const now = await termOn(db, enquiry.networkId)
    const sent = await db
      .selectFrom('shortReports')
      .select(['termId', 'sentAt'])
      .where('groupId', '=', enquiry.groupId)
      .execute()
    const terms = (await termsOf(db, enquiry.networkId)).filter(
      term => `${term.endsOn}T23:59` >= began.proposedAt && (!now || term.startsOn <= now.startsOn),
    )
    show(res, 'termly-reports/group-index', {
      title: `Term reports of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'reports'),
      groupId: enquiry.groupId,
      terms: terms.map(term => {
        const sentAt = sent.find(one => one.termId === term.id)?.sentAt ?? null
        return { ...term, now: term.id === now?.id, sentAt, readable: mayReadShortReport(enquiry, sentAt !== null) }
      }),
    })
  })

  routes.get('/groups/:group/reports/:term', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, term } = await found(person, req.params.group, req.params.term)
    show(res, 'termly-reports/group-report', await page(person, enquiry, term))
  })

  routes.post('/groups/:group/reports/:term/sending', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, term } = await found(person, req.params.group, req.params.term)
    allow(maySendShortReport(enquiry), 'The lead learner sends the group’s report.')
    const reading = read(SendForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'termly-reports/group-report', {
        ...(await page(person, enquiry, term)),
        form: reading.form,
      })
    if (await mayNamePupils(person, enquiry, term)) {
      const form = addMistake(formOf(req.body), 'names', 'Say first whether your words name a pupil')
      return show(res.status(422), 'termly-reports/group-report', { ...(await page(person, enquiry, term)), form })
    }
    await inOne(db, trx => sendShortReport(trx, enquiry, term, person, reading.values.releaseDays))
    await tell(db, res, 'The report is with the network leader. You can still change it and send it again.')
    res.redirect(303, `/groups/${enquiry.groupId}/reports/${term.slug}`)
  })

  async function found(person: Reader, group: string, slug: string) {
    const enquiry = await findEnquiry(db, person, group)
    const term = await findTerm(db, enquiry.networkId, slug)
    const sent = await db
      .selectFrom('shortReports')
      .select('sentAt')
      .where('groupId', '=', group)
      .where('termId', '=', term.id)
      .executeTakeFirst()
    if (!mayReadShortReport(enquiry, Boolean(sent?.sentAt))) throw new NotFound('report')
    return { enquiry, term }
  }

  /** What may name a pupil in the group's words, and nobody has said yet that it does not. */
  async function namesIn(person: Reader, enquiry: Enquiry, term: Term): Promise<string[]> {
    const noticed = await namesNoticed(house, person, enquiry, await saidIn(enquiry, term), placeOf(enquiry, term))
    return [...new Set(noticed.map(one => one.words))]
  }

  async function mayNamePupils(person: Reader, enquiry: Enquiry, term: Term): Promise<boolean> {
    if ((await namesIn(person, enquiry, term)).length > 0) return true
    return namesOfKeysStandIn(house, enquiry, await saidIn(enquiry, term), placeOf(enquiry, term))
  }

  async function saidIn(enquiry: Enquiry, term: Term): Promise<string> {
    const { texts } = await shortReportOf(db, enquiry.groupId, term)
    return shortReportFields.map(({ field }) => texts[field]?.body ?? '').join('\n\n')
  }

  async function page(person: Reader, enquiry: Enquiry, term: Term) {
    const report = await shortReportOf(db, enquiry.groupId, term)
    const owner = shortReportOwner(enquiry.groupId, term.id)
    return {
      title: `${term.name}: our report`,
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/reports`, text: 'Term reports' }),
      head: headOf(enquiry, 'reports'),
      groupId: enquiry.groupId,
      term,
      report,
      texts: shortReportFields.map(({ field, label, hint }) =>
        textInPlace({ kind: shortReportKind, owner, field }, report.texts, {
          label,
          hint,
          rows: field === 'need' ? 3 : 7,
        }),
      ),
      names: enquiry.standing.member ? (await namesIn(person, enquiry, term)).map(words => ({ words, fix: null })) : [],
      namesAddress: placeOf(enquiry, term),
      citations: await citationsIn(
        db,
        enquiry,
        Object.values(report.texts).map(text => text.body),
      ),
      form: formOf({ releaseDays: report.row?.releaseDays ?? '' }),
      may: { write: mayWriteShortReport(enquiry), send: maySendShortReport(enquiry) },
    }
  }

  return routes
}

function placeOf(enquiry: Enquiry, term: Term): string {
  return `/texts/${shortReportKind}/${shortReportOwner(enquiry.groupId, term.id)}`
}

function insiders({ standing }: Enquiry): boolean {
  return standing.member || standing.networkLeader || standing.coLeader
}
