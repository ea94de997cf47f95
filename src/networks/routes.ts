import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { firstLeaderRoutes } from './making/first-leader-routes.js'
import { makingRoutes } from './making/making-routes.js'
import { networkRoutes } from './network-routes.js'
import './pages.js'
import { partnerRoutes } from './partners/partner-routes.js'
import { dataLeadRoutes } from './people/data-lead-routes.js'
import { endingRoleRoutes } from './people/ending-role-routes.js'
import { invitingManyRoutes } from './people/inviting-many-routes.js'
import { invitingRoutes } from './people/inviting-routes.js'
import { leavingNetworkRoutes } from './people/leaving-routes.js'
import { membershipRoutes } from './people/membership-routes.js'
import { networkPeopleRoutes } from './people/people-routes.js'
import { addingSchoolsRoutes } from './schools/adding-schools-routes.js'
import { listingSchoolsRoutes } from './schools/listing-schools-routes.js'
import { establishmentRoutes } from './schools/establishment-routes.js'
import { leavingSchoolRoutes } from './schools/leaving-routes.js'
import { schoolRoutes } from './schools/school-routes.js'
import { networkSecondStepRoutes } from './second-step/second-step-routes.js'
import { termRoutes } from './terms/term-routes.js'

/** The network: made and described, its schools, terms and partners, and its people. */
export function networksRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(makingRoutes(house))
  routes.use(firstLeaderRoutes(house, brought))
  routes.use(networkRoutes(house, brought))
  routes.use(networkSecondStepRoutes(house))
  // What is picked or pasted goes to addresses that would be those of schools.
  routes.use(addingSchoolsRoutes(house))
  routes.use(listingSchoolsRoutes(house))
  routes.use(schoolRoutes(house, brought))
  routes.use(leavingSchoolRoutes(house))
  routes.use(establishmentRoutes(house))
  routes.use(dataLeadRoutes(house))
  routes.use(termRoutes(house))
  routes.use(partnerRoutes(house))
  routes.use(endingRoleRoutes(house))
  routes.use(invitingRoutes(house))
  routes.use(invitingManyRoutes(house))
  routes.use(networkPeopleRoutes(house))
  routes.use(membershipRoutes(house))
  routes.use(leavingNetworkRoutes(house))
  return routes
}
