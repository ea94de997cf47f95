import { Router } from 'express'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding } from '../around-coding.js'
import { codeColumns } from '../comparing/columns.js'
import { timesUsed } from '../passages/codings.js'
import { mayCode } from '../permissions.js'
import { stepsShown } from '../undoing/undo-bar.js'
import { waysOf } from '../ways.js'
import { bookOf, findCodingGroup } from './book.js'

/** The codebook of a group, as a page and as a file. */
export function bookRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/codes', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    const times = await timesUsed(db, person, enquiry)
    const codes = (await bookOf(db, enquiry)).map(code => ({ ...code, times: times.get(code.id) ?? 0 }))
    const address = `/groups/${enquiry.groupId}/codes`
    show(res, 'coding/codes', {
      title: 'Codes',
      ...aroundCoding(enquiry),
      codes: codes.filter(code => !code.retiredAt),
      retired: codes.filter(code => code.retiredAt),
      steps: await stepsShown(db, person, enquiry, address),
      ways: waysOf(enquiry, address),
      csv: `${address}.csv`,
      address,
      may: { code: mayCode(enquiry) },
    })
  })

  routes.get('/groups/:group/codes.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    const times = await timesUsed(db, person, enquiry)
    const lines = (await bookOf(db, enquiry)).map(code => ({ ...code, passages: times.get(code.id) ?? 0 }))
    sendCsv(res, `${enquiry.groupId}-codes`, codeColumns, lines)
  })

  return routes
}
