import { type Request, type Response, Router } from 'express'
import type { House } from '../../house.js'
import type { HoursOf } from '../../networks/year.js'
import { asLetter } from '../../pdf/form.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../../publishing/taking-away/shown-document.js'
import { sendWord } from '../../publishing/taking-away/taking-away.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findMoney } from '../finding.js'
import { placesWithin } from '../places.js'
import { countedTogether } from './counting.js'
import { documentOfTogether } from './document.js'
import { timeAsked } from './time-asked.js'

/** What working together costs, set beside what it brought: for leaders to read, and to hand to whoever gave the money. */
export function togetherRoutes(house: House, hours: HoursOf[]): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/resources/together' as const

  routes.get(at, async (req, res) => {
    const { there, document, terms, time } = await counted(req, res)
    const address = `${there.address}/together`
    show(res, 'resources/together', {
      title: 'What working together costs and brings',
      head: there.head,
      at: there.address,
      ways: placesWithin(there, '/together'),
      document: await shownDocument(document, () => ''),
      terms,
      term: time.value,
      files: { pdf: `${address}.pdf?term=${time.value}`, word: `${address}.docx?term=${time.value}` },
    })
  })

  routes.get(`${at}.pdf`, async (req, res) => {
    const { there, document, time } = await counted(req, res)
    await sendPdf(house, res, document, `${there.network.id}-money-and-time-${time.value}`, asLetter)
  })

  routes.get(`${at}.docx`, async (req, res) => {
    const { there, document, time } = await counted(req, res)
    await sendWord(house, res, document, `${there.network.id}-money-and-time-${time.value}`)
  })

  async function counted(req: Request<{ network: string }>, res: Response) {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const { time, terms } = await timeAsked(db, there.network, queried(req, 'term'))
    const document = documentOfTogether(there.network, time, await countedTogether(db, there.network, time.span, hours))
    return { there, document, terms, time }
  }

  return routes
}
