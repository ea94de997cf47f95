import { Router } from 'express'
import { chartOnPage } from '../charts/draw.js'
import { type Db, inOne } from '../database.js'
import { takeComment } from '../enquiries/comments/commenting.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { threadAbout } from '../enquiries/comments/thread.js'
import { cardOf } from '../evidence/listing/cards.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { citeKeys } from '../knowledge/citing/cite-keys.js'
import { citationsIn } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { plural } from '../words/words.js'
import { type ClaimInView, claimInView, findClaim, type FoundClaim, type Linked } from './claims.js'
import { ChangeOfMindForm, RevisionForm } from './forms.js'
import { historyOf } from './revising/history.js'
import type { ClaimPage, CoverageTable, ReviseClaimPage } from './pages.js'
import { mayMakeClaims, mayReviseClaim, mayShareFindings } from './permissions.js'
import { monthsWithTerms } from './months.js'
import { reviseClaim, revisionsOf, sayWhatWouldChange } from './revising/revising.js'
import { sureOfAClaim } from './sure.js'

/** A claim's own page, and revising it. */
export function claimRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/claims/:claim', async (req, res) => {
    const person = signedIn(res)
    show(res, 'claims/claim', await claimPage(db, person, await findClaim(db, person, req.params.claim)))
  })

  routes.post('/claims/:claim/comments', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    await takeComment(db, req, res, {
      enquiry: claim.enquiry,
      thing: { ...aboutClaim(claim), name: `claim C${claim.number}` },
      page: `/claims/${claim.id}`,
      again: async form => show(res, 'claims/claim', await claimPage(db, person, claim, form)),
    })
  })

  routes.get('/claims/:claim/revise', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const { claim: words, strength, sureBecause, whatWouldChange } = claim
    const version = (await revisionsOf(db, found)).length
    const form = formOf({ claim: words, strength, sureBecause, whatWouldChange, version })
    show(res, 'claims/revise', await revisePage(db, found, claim, form))
  })

  routes.post('/claims/:claim/revisions', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const reading = read(RevisionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/revise', await revisePage(db, found, claim, reading.form))
    const revising = await inOne(db, trx => reviseClaim(trx, found, person, reading.values))
    if (revising.outcome === 'conflict') {
      const form = addMistake(
        formOf({ ...(req.body as object), version: revising.version }),
        'claim',
        'Somebody else has revised this claim since you opened it. Read theirs, and then save what it should say.',
      )
      return show(res.status(409), 'claims/revise', {
        ...(await revisePage(db, found, claim, form)),
        theirs: revising.theirs,
      })
    }
    await tell(
      db,
      res,
      revising.outcome === 'merged'
        ? `${claim.label} is revised, together with what ${revising.with} changed meanwhile. Read it once more.`
        : `${claim.label} is revised. What it said before is kept below.`,
    )
    res.redirect(303, claim.href)
  })

  routes.post('/claims/:claim/what-would-change-our-mind', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const reading = read(ChangeOfMindForm, req.body)
    const said =
      reading.ok && (await inOne(db, trx => sayWhatWouldChange(trx, found, person, reading.values.whatWouldChange)))
    if (!said) {
      const { claim: words, strength, sureBecause } = claim
      const revisions = await revisionsOf(db, found)
      const typed = { claim: words, strength, sureBecause, ...(req.body as object), version: revisions.length }
      const sentence = reading.ok
        ? 'Somebody has said this meanwhile. Read theirs, and then save what it should say.'
        : reading.form.summary[0]!.text
      const form = addMistake(formOf(typed), 'whatWouldChange', sentence)
      const theirs = reading.ok ? revisions.at(-1)! : null
      return show(res.status(reading.ok ? 409 : 422), 'claims/revise', {
        ...(await revisePage(db, found, claim, form)),
        theirs,
      })
    }
    await tell(db, res, 'It stands beside the claim now, and in the write-up.')
    res.redirect(303, `${claim.href}#change-of-mind`)
  })

  return routes
}

export function claimsCrumb({ enquiry }: FoundClaim) {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  return { href: `/groups/${enquiry.groupId}/claims${cycle}`, text: 'Claims' }
}

async function claimPage(db: Db, person: Reader, found: FoundClaim, said?: FormState): Promise<ClaimPage> {
  const { enquiry } = found
  const claim = await claimInView(db, person, found)
  const place = { page: claim.href, address: `${claim.href}/comments`, ...(said ? { form: said } : {}) }
  const revisions = await revisionsOf(db, found)
  return {
    title: `Claim ${claim.label}`,
    breadcrumbs: crumbsOf(enquiry, claimsCrumb(found)),
    head: headOf(enquiry, 'claims'),
    claim,
    sides: sidesOf(claim, person),
    history: historyOf(revisions),
    mapHref: mapOfClaim(found),
    coverage: await coverageTables(db, found, claim),
    citations: await citationsIn(db, enquiry, textsOfClaim(claim)),
    carriedFrom: await carriedFrom(db, claim.carriedFrom),
    retiredByName: await nameOf(db, claim.retiredBy),
    inside: enquiry.standing.member,
    may: {
      revise: mayReviseClaim(enquiry, claim),
      share: mayShareFindings(enquiry),
      bringBack: mayMakeClaims(enquiry) && claim.retiredAt !== null,
    },
    thread: await threadAbout(db, person, enquiry, aboutClaim(found), { ...place, cites: citationsIn }),
  }
}

function mapOfClaim({ id, enquiry }: FoundClaim): string {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `cycle=${enquiry.cycle}&` : ''
  return `/groups/${enquiry.groupId}/claims/map?${cycle}claim=${id}`
}

function aboutClaim({ id }: FoundClaim) {
  return { aboutKind: 'claim', aboutId: id }
}

async function revisePage(db: Db, found: FoundClaim, claim: ClaimInView, form: FormState): Promise<ReviseClaimPage> {
  return {
    title: `Revise claim ${claim.label}`,
    breadcrumbs: crumbsOf(found.enquiry, claimsCrumb(found), { href: claim.href, text: claim.label }),
    head: headOf(found.enquiry, 'claims'),
    claim,
    form,
    sure: sureOfAClaim,
    theirs: null,
    cites: await citeKeys(db, found.enquiry),
  }
}

/** Where published works may be cited by key. */
export function textsOfClaim(claim: ClaimInView): (string | null)[] {
  return [claim.claim, claim.sureBecause, claim.whatWouldChange, claim.retiredBecause]
}

/** Where the evidence comes from: by school, by kind and by month, each a table with a small picture. */
async function coverageTables(db: Db, { enquiry }: FoundClaim, { label, coverage }: ClaimInView) {
  const byMonth = await monthsWithTerms(db, enquiry.networkId, coverage.byMonth)
  const ways = [
    { by: 'School', rows: coverage.bySchool },
    { by: 'Kind', rows: coverage.byKind },
    { by: 'Month', rows: byMonth },
  ].filter(({ rows }) => rows.length > 0)
  return Promise.all(
    ways.map(async ({ by, rows }): Promise<CoverageTable> => ({
      by,
      rows,
      chart: {
        ...(await chartOnPage(
          {
            kind: 'grid',
            title: `The evidence for and against ${label}, by ${by.toLowerCase()}`,
            counted: ['piece', 'pieces'],
            of: [by.toLowerCase(), 'side'],
            rows: rows.map(row => row.name),
            columns: ['For', 'Against'],
            cells: rows.map(row => [row.for, row.against]),
          },
          { width: 340 },
        )),
        sentence: inOneSentence(by.toLowerCase(), rows),
      },
    })),
  )
}

/** What the picture shows, for those who do not see it: the table beside it says the rest. */
function inOneSentence(by: string, rows: CoverageTable['rows']): string {
  const count = (side: 'for' | 'against') => plural(rows.filter(row => row[side] > 0).length, by, `${by}s`)
  return `What speaks for it comes from ${count('for')}, what speaks against it from ${count('against')}.`
}

function sidesOf(claim: ClaimInView, person: Reader) {
  const cards = (linked: Linked[]) =>
    linked.map(({ piece, ...link }) => ({ id: piece.id, card: cardOf(piece, person), ...link }))
  return [
    { bearing: 'for' as const, pieces: cards(claim.for) },
    { bearing: 'against' as const, pieces: cards(claim.against) },
  ]
}

async function carriedFrom(db: Db, id: string | null) {
  if (id === null) return null
  const row = await db
    .selectFrom('claims')
    .innerJoin('enquiries', 'enquiries.id', 'claims.enquiryId')
    .select(['claims.number', 'enquiries.cycle'])
    .where('claims.id', '=', id)
    .executeTakeFirst()
  return row ? { label: `C${row.number}`, href: `/claims/${id}`, cycle: row.cycle } : null
}

async function nameOf(db: Db, personId: string | null): Promise<string> {
  if (personId === null) return ''
  const row = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
  return row?.name ?? ''
}
