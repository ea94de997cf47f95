import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { asLetter } from '../../pdf/form.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../../publishing/taking-away/shown-document.js'
import { sendWord } from '../../publishing/taking-away/taking-away.js'
import { textInPlace } from '../../texts/in-place.js'
import type { Saved } from '../../texts/texts.js'
import { slugOf } from '../../web/new-id.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { openVisit } from '../finding.js'
import { AccountSharingForm, Nothing } from '../forms.js'
import '../pages.js'
import { mayWriteAccount } from '../permissions.js'
import { bookingsOf } from '../visits.js'
import { documentOfAccount } from './account-document.js'
import { accountField, accountKind, accountOf, beginFromNotes, notesReleased, shareAccount } from './account.js'

/** What those who went far away tell together: written, taken away, and let others read. */
export function accountRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/visits/:visit/account' as const

  routes.get(at, async (req, res) => {
    const { head, listAddress, address, visit, account, document, write } = await openAccount(res, req.params)
    const { accountSharedAt, accountForReportAt } = visit
    const texts: Record<string, Saved> = account ? { [accountField]: account } : {}
    const place = { kind: accountKind, owner: visit.id, field: accountField }
    show(res, 'visits/account', {
      title: 'The account',
      head,
      listAddress,
      address,
      visit,
      text: write
        ? textInPlace(place, texts, {
            label: 'The account',
            hint: 'You write it together; it is saved as it is typed.',
            rows: 18,
          })
        : null,
      document: account ? await shownDocument(document, () => '') : null,
      released: write ? (await notesReleased(db, visit)).length : 0,
      shared: accountForReportAt ? 'report' : accountSharedAt ? 'network' : 'nobody',
      takeAway: account !== undefined,
      may: { write, share: write },
    })
  })

  routes.post(`${at}/notes`, async (req, res) => {
    const { person, visit, address } = await toWrite(res, req.params)
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => beginFromNotes(trx, visit, person))
    await tell(db, res, 'The notes stand in the account now, box by box. Make one text of them.')
    res.redirect(303, `${address}/account`)
  })

  routes.post(`${at}/sharing`, async (req, res) => {
    const { person, visit, address } = await toWrite(res, req.params)
    const { how } = wellRead(read(AccountSharingForm, req.body))
    await inOne(db, trx => shareAccount(trx, visit, person, how))
    await tell(db, res, how === 'nobody' ? 'Only those who went read it now.' : 'The network reads it now.')
    res.redirect(303, `${address}/account`)
  })

  routes.get(`${at}.pdf`, async (req, res) => {
    const { visit, document } = await openAccount(res, req.params)
    await sendPdf(house, res, document, `${slugOf(visit.title)}-account`, asLetter)
  })

  routes.get(`${at}.docx`, async (req, res) => {
    const { visit, document } = await openAccount(res, req.params)
    await sendWord(house, res, document, `${slugOf(visit.title)}-account`)
  })

  async function openAccount(res: Response, params: { network: string; visit: string }) {
    const there = await openVisit(db, signedIn(res), params)
    const { visit } = there.found
    const write = mayWriteAccount(there.person, there.found, await bookingsOf(db, visit.id))
    if (visit.kind !== 'far' || (!write && visit.accountSharedAt === null)) throw new NotFound('account')
    const document = await documentOfAccount(db, there.network, visit)
    return { ...there, visit, write, document, account: await accountOf(db, visit) }
  }

  async function toWrite(res: Response, params: { network: string; visit: string }) {
    const there = await openAccount(res, params)
    allow(there.write, 'The account is written by those who went.')
    return there
  }

  return routes
}
