import { Router } from 'express'
import type { Db } from '../database.js'
import { addComment } from '../enquiries/comments.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { mayComment } from '../enquiries/permissions.js'
import { threadAbout } from '../enquiries/thread.js'
import { cardOf } from '../evidence/cards.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { type ClaimInView, claimInView, findClaim, type FoundClaim, type Linked } from './claims.js'
import { RevisionForm } from './forms.js'
import type { ClaimPage, ReviseClaimPage } from './pages.js'
import { mayMakeClaims, mayReviseClaim, mayShareFindings } from './permissions.js'
import { RemarkForm } from './remarks.js'
import { reviseClaim, revisionsOf } from './revising.js'
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
    allow(mayComment(claim.enquiry))
    const reading = read(RemarkForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/claim', await claimPage(db, person, claim, reading.form))
    const thing = { ...aboutClaim(claim), name: `claim C${claim.number}` }
    const id = await addComment(db, claim.enquiry, person, thing, reading.values)
    res.redirect(303, `/claims/${claim.id}#comment-${id}`)
  })

  routes.get('/claims/:claim/revise', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const { claim: words, strength, whatWouldChange } = claim
    const form = formOf({ claim: words, strength, whatWouldChange, version: (await revisionsOf(db, claim.id)).length })
    show(res, 'claims/revise', revisePage(found, claim, form))
  })

  routes.post('/claims/:claim/revisions', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const reading = read(RevisionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/revise', revisePage(found, claim, reading.form))
    if (!(await reviseClaim(db, found, person, reading.values))) {
      const revisions = await revisionsOf(db, claim.id)
      const form = addMistake(
        formOf({ ...(req.body as object), version: revisions.length }),
        'claim',
        'Somebody else has revised this claim since you opened it. Read theirs, and then save what it should say.',
      )
      const theirs = { ...revisions.at(-1)!, whatWouldChange: claim.whatWouldChange }
      return show(res.status(409), 'claims/revise', { ...revisePage(found, claim, form), theirs })
    }
    await tell(db, res, `${claim.label} is revised. What it said before is kept below.`)
    res.redirect(303, claim.href)
  })

  return routes
}

export function claimsCrumb({ enquiry }: FoundClaim) {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  return { href: `/groups/${enquiry.groupId}/claims${cycle}`, text: 'Claims' }
}

async function claimPage(db: Db, person: Person, found: FoundClaim, said?: FormState): Promise<ClaimPage> {
  const { enquiry } = found
  const claim = await claimInView(db, person, found)
  const place = { page: claim.href, address: `${claim.href}/comments`, ...(said ? { form: said } : {}) }
  return {
    title: `Claim ${claim.label}`,
    breadcrumbs: crumbsOf(enquiry, claimsCrumb(found)),
    head: headOf(enquiry, 'claims'),
    claim,
    sides: sidesOf(claim, person),
    revisions: await revisionsOf(db, claim.id),
    carriedFrom: await carriedFrom(db, claim.carriedFrom),
    retiredByName: await nameOf(db, claim.retiredBy),
    inside: enquiry.standing.member,
    may: {
      revise: mayReviseClaim(enquiry, claim),
      share: mayShareFindings(enquiry),
      bringBack: mayMakeClaims(enquiry) && claim.retiredAt !== null,
    },
    thread: await threadAbout(db, person, enquiry, aboutClaim(found), place),
  }
}

function aboutClaim({ id }: FoundClaim) {
  return { aboutKind: 'claim', aboutId: id }
}

function revisePage(found: FoundClaim, claim: ClaimInView, form: FormState): ReviseClaimPage {
  return {
    title: `Revise claim ${claim.label}`,
    breadcrumbs: crumbsOf(found.enquiry, claimsCrumb(found), { href: claim.href, text: claim.label }),
    head: headOf(found.enquiry, 'claims'),
    claim,
    form,
    sure: sureOfAClaim,
    theirs: null,
  }
}

function sidesOf(claim: ClaimInView, person: Person) {
  const cards = (linked: Linked[]) =>
    linked.map(({ piece, note }) => ({ id: piece.id, card: cardOf(piece, person), note }))
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
