import { inOne } from '../../src/database.js'
import { agreeAction, type AgreedAction } from '../../src/actions/agreeing/agreeing.js'
import type { FoundAction } from '../../src/actions/actions.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import type { World } from '../world.js'

/** An action of the outdoors group, agreed by its lead learner, in two of its schools. */
export async function putAction(world: World, given: Partial<AgreedAction> = {}): Promise<FoundAction> {
  const kasia = await world.person('kasia')
  const enquiry = await findEnquiry(world.db, kasia, 'outdoors')
  return inOne(world.db, trx =>
    agreeAction(trx, enquiry, kasia, {
      action: 'A weekly lesson under the hedge',
      expectedEffect: 'Two quiet children in each class speak first at least once a week',
      schools: ['upper-marsh', 'bryn'],
      ...given,
    }),
  )
}
