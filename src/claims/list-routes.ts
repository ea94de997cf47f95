import { Router } from 'express'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { findEvidence } from '../evidence/evidence.js'
import { cardOf } from '../evidence/cards.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { cycleAsked } from './cycle.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { claimsOf } from './claims.js'
import { csvHead, csvRow } from './csv.js'
import { ClaimForm } from './forms.js'
import { linkEvidence, mayBeLinked, whyNot } from './linking.js'
import { makeClaim } from './making.js'
import { mayMakeClaims } from './permissions.js'
import { begun, howSure, sureOfAClaim } from './sure.js'

const size = 25

/** The claims of a group, and making a new one. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/claims', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const claims = await claimsOf(db, person, enquiry)
    const [sure, school] = [queried(req, 'sure'), queried(req, 'school')]
    const standing = claims
      .filter(claim => !claim.retiredAt)
      .filter(claim => !sure || claim.strength === sure)
      .filter(claim => !school || claim.coverage.schools.includes(school))
    const from = (pageNumber(req) - 1) * size
    const page = pageOf(req, standing.slice(from, from + size), standing.length, size)
    const schools = [...new Set(claims.flatMap(claim => claim.coverage.schools))].sort()
    show(res, 'claims/index', {
      title: `Claims of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'claims'),
      page,
      fields: [
        {
          name: 'sure',
          label: 'How sure',
          value: sure,
          options: howSure.map(value => ({ value, text: begun(value) })),
        },
        { name: 'school', label: 'School', value: school, options: schools.map(name => ({ value: name, text: name })) },
      ],
      retired: page.number === page.pages ? claims.filter(claim => claim.retiredAt) : [],
      inside: enquiry.standing.member,
      may: { make: mayMakeClaims(enquiry) },
      ...addresses(enquiry),
    })
  })

  routes.get('/groups/:group/claims.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const claims = await claimsOf(db, person, enquiry)
    sendCsv(res, `${enquiry.groupId}-claims`, csvHead, claims.map(csvRow))
  })

  routes.get('/groups/:group/claims/new', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayMakeClaims(enquiry))
    const form = formOf({ piece: queried(req, 'piece'), bearing: queried(req, 'bearing') || 'for' })
    show(res, 'claims/new', await newClaimPage(person, enquiry, form))
  })

  routes.post('/groups/:group/claims', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayMakeClaims(enquiry))
    const reading = read(ClaimForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/new', await newClaimPage(person, enquiry, reading.form))
    const { piece: pieceId, bearing, ...values } = reading.values
    const piece = pieceId ? await findEvidence(db, person, pieceId) : undefined
    if (piece && !mayBeLinked(enquiry, piece)) {
      const form = addMistake(formOf(req.body), 'claim', whyNot(piece))
      return show(res.status(422), 'claims/new', await newClaimPage(person, enquiry, form))
    }
    const claim = await makeClaim(db, enquiry, person, values)
    if (piece) await linkEvidence(db, claim, piece, person, { bearing })
    await tell(db, res, `C${claim.number} is made. Link the evidence that speaks for it, and what speaks against it.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  async function newClaimPage(person: Person, enquiry: Enquiry, form: FormState) {
    const pieceId = form.values.piece
    const piece = typeof pieceId === 'string' && pieceId ? await findEvidence(db, person, pieceId) : null
    return {
      title: 'Make a claim',
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/claims`, text: 'Claims' }),
      head: headOf(enquiry, 'claims'),
      form,
      sure: sureOfAClaim,
      piece: piece && cardOf(piece, person),
      bearing: form.values.bearing === 'against' ? 'against' : 'for',
    }
  }

  return routes
}

function addresses(enquiry: Enquiry): { csv: string; all: string } {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  return { csv: `/groups/${enquiry.groupId}/claims.csv${cycle}`, all: `/groups/${enquiry.groupId}/claims${cycle}` }
}
