import { Router } from 'express'
import { z } from 'zod'
import type { Db } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { withQuery } from './in-list.js'

/** As pictures and slips, or as dense lines. */
export type EvidenceAs = 'wall' | 'list'

const ShownAsForm = z.object({ as: z.enum(['wall', 'list']) })

/** As they chose it, in whatever group. */
export async function shownAs(db: Db, person: { id: string }): Promise<EvidenceAs> {
  const { evidenceAs } = await db
    .selectFrom('people')
    .select('evidenceAs')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  return evidenceAs === 'list' ? 'list' : 'wall'
}

export function shownAsRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/evidence/shown-as', async (req, res) => {
    const person = signedIn(res)
    const { groupId } = await findEnquiry(db, person, req.params.group)
    const { as } = wellRead(read(ShownAsForm, req.body))
    await db
      .updateTable('people')
      .set({ evidenceAs: as === 'list' ? 'list' : null })
      .where('id', '=', person.id)
      .execute()
    const list = new URLSearchParams(req.url.split('?')[1] ?? '').toString()
    res.redirect(303, withQuery(`/groups/${groupId}/evidence`, list))
  })

  return routes
}
