import { Router } from 'express'
import { inOne } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { findEvidence, type Piece } from '../evidence/evidence.js'
import { cardOf } from '../evidence/listing/cards.js'
import { allow } from '../errors.js'
import { findText } from '../evidence/texts/readable-texts.js'
import type { House } from '../house.js'
import { citeKeys } from '../knowledge/citing/cite-keys.js'
import { citationsIn } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { cycleAsked } from './cycle.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { textsOfClaim } from './claim-routes.js'
import { claimsOf } from './claims.js'
import { claimColumns } from './columns.js'
import { ClaimForm } from './forms.js'
import { linkEvidence, mayBeLinked, whyNot } from './linking/linking.js'
import { linkPassage } from './linking/linking-passages.js'
import { makeClaim } from './making.js'
import { mayMakeClaims } from './permissions.js'
import { placeOf } from './linking/places.js'
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
      citations: await citationsIn(db, enquiry, claims.flatMap(textsOfClaim)),
      ...addresses(enquiry),
    })
  })

  routes.get('/groups/:group/claims.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const claims = await claimsOf(db, person, enquiry)
    sendCsv(res, `${enquiry.groupId}-claims`, claimColumns, claims)
  })

  routes.get('/groups/:group/claims/new', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayMakeClaims(enquiry))
    const asked = ['piece', 'text', 'startsAt', 'endsAt'].map(name => [name, queried(req, name)])
    const form = formOf({ ...Object.fromEntries(asked), bearing: queried(req, 'bearing') || 'for' })
    show(res, 'claims/new', await newClaimPage(person, enquiry, form))
  })

  routes.post('/groups/:group/claims', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayMakeClaims(enquiry))
    const reading = read(ClaimForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/new', await newClaimPage(person, enquiry, reading.form))
    const { piece: pieceId, bearing, text: textId, startsAt, endsAt, ...values } = reading.values
    const piece = pieceId ? await findEvidence(db, person, pieceId) : undefined
    if (piece && !mayBeLinked(enquiry, piece)) {
      const form = addMistake(formOf(req.body), 'claim', whyNot(piece))
      return show(res.status(422), 'claims/new', await newClaimPage(person, enquiry, form))
    }
    const text = piece && textId ? await findText(db, piece, textId) : undefined
    const place = text && placeOf(text.words, { startsAt, endsAt })
    if (text && (text.replacedAt !== null || !place)) {
      const sentence = 'The words that you chose have been changed meanwhile. Make the claim, and choose them again.'
      const { text: _text, ...typed } = req.body as Record<string, string>
      const form = addMistake(formOf(typed), 'claim', sentence)
      return show(res.status(409), 'claims/new', await newClaimPage(person, enquiry, form))
    }
    const claim = await inOne(db, trx => makeClaim(trx, enquiry, person, values))
    if (piece && text && place) await inOne(db, trx => linkPassage(trx, claim, piece, text, place, person, { bearing }))
    else if (piece) await inOne(db, trx => linkEvidence(trx, claim, piece, person, { bearing }))
    await tell(db, res, `C${claim.number} is made. Link the evidence that speaks for it, and what speaks against it.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  async function newClaimPage(person: Reader, enquiry: Enquiry, form: FormState) {
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
      words: piece && (await wordsChosen(piece, form)),
      cites: await citeKeys(db, enquiry),
    }
  }

  async function wordsChosen(piece: Piece, { values }: FormState) {
    const [startsAt, endsAt] = [Number(values.startsAt), Number(values.endsAt)]
    if (typeof values.text !== 'string' || values.text === '') return null
    const text = await findText(db, piece, values.text)
    const place = text.replacedAt === null ? placeOf(text.words, { startsAt, endsAt }) : undefined
    return place ? { quoted: text.words.slice(place.startsAt, place.endsAt), text: text.id, ...place } : null
  }

  return routes
}

function addresses(enquiry: Enquiry): { csv: string; all: string; map: string } {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  const all = `/groups/${enquiry.groupId}/claims`
  return { csv: `${all}.csv${cycle}`, all: `${all}${cycle}`, map: `${all}/map${cycle}` }
}
