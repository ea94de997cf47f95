import { type Request, Router } from 'express'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName } from '../../words/words.js'
import { cycleAsked } from '../cycle.js'
import { claimsOnMap, type ClaimsOnMap, type MapFilters, narrowedMap } from './map-as-list.js'
import { canBeDrawn, mapOf } from './mapping.js'

/** The map of what a group claims: a list of claims, their evidence and its codes, and the same as a picture. */
export function mapRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/claims/map', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const all = await claimsOnMap(db, person, enquiry)
    const asked = { claim: queried(req, 'claim'), code: queried(req, 'code'), school: queried(req, 'school') }
    const list = narrowedMap(all, asked)
    const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
    show(res, 'claims/map', {
      title: 'Map of the claims',
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/claims${cycle}`, text: 'Claims' }),
      head: headOf(enquiry, 'claim map'),
      fields: fieldsFor(all, asked, req),
      list,
      map: canBeDrawn(list) ? { wide: mapOf(list, 'wide'), narrow: mapOf(list, 'narrow') } : null,
      inside: enquiry.standing.member,
      address: `/groups/${enquiry.groupId}/claims/map${cycle}`,
      claims: `/groups/${enquiry.groupId}/claims${cycle}`,
    })
  })

  return routes
}

/** Only what is on the map can be chosen, so that a filter tells nothing that the list does not. */
function fieldsFor(all: ClaimsOnMap, asked: MapFilters, req: Request) {
  const pieces = all.flatMap(claim => claim.sides.flatMap(side => side.pieces))
  const codes = new Map(pieces.flatMap(piece => piece.codes).map(code => [code.id, code]))
  const schools = [...new Set(pieces.flatMap(piece => piece.schools))].sort((one, other) =>
    byName({ name: one }, { name: other }),
  )
  const cycle = queried(req, 'cycle')
  return [
    {
      name: 'claim',
      label: 'Claim',
      value: asked.claim,
      options: all.map(claim => ({ value: claim.id, text: `${claim.label} ${claim.claim.slice(0, 60)}` })),
    },
    ...(codes.size > 0
      ? [
          {
            name: 'code',
            label: 'Code',
            value: asked.code,
            options: [...codes.values()].sort(byName).map(({ id, name }) => ({ value: id, text: name })),
          },
        ]
      : []),
    {
      name: 'school',
      label: 'School',
      value: asked.school,
      options: schools.map(name => ({ value: name, text: name })),
    },
    ...(cycle ? [{ name: 'cycle', label: 'Cycle', value: cycle, options: [{ value: cycle, text: cycle }] }] : []),
  ]
}
