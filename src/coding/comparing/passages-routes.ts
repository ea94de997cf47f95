import { Router } from 'express'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { codingsOf } from '../passages/codings.js'
import { passageLines } from '../passages/passage-lines.js'
import { askedOfCodings, filteredPage } from './asked-of-codings.js'
import { codedPieces, countPassages } from './coded-pieces.js'
import { codedPieceColumns, passageColumns } from './columns.js'

const size = 40

/** What a group has coded, passage by passage and piece by piece, each as a page and as a file. */
export function passagesRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/coding', async (req, res) => {
    const asked = await askedOfCodings(db, req, req.params.group)
    const { person, enquiry, book, filters } = asked
    const passages = await codingsOf(db, person, enquiry, filters, { size, number: pageNumber(req) })
    show(res, 'coding/passages', {
      title: 'Coded passages',
      ...(await filteredPage(req, asked, '/coding')),
      page: pageOf(req, await passageLines(db, passages, book), await countPassages(asked), size),
    })
  })

  routes.get('/groups/:group/coding.csv', async (req, res) => {
    const { person, enquiry, book, filters } = await askedOfCodings(db, req, req.params.group)
    const lines = await passageLines(db, await codingsOf(db, person, enquiry, filters), book)
    sendCsv(res, `${enquiry.groupId}-passages`, passageColumns, lines)
  })

  routes.get('/groups/:group/coding/pieces', async (req, res) => {
    const asked = await askedOfCodings(db, req, req.params.group)
    const { pieces, total } = await codedPieces(asked, { size, number: pageNumber(req) })
    show(res, 'coding/pieces', {
      title: 'Coded pieces',
      ...(await filteredPage(req, asked, '/coding/pieces')),
      page: pageOf(req, pieces, total, size),
    })
  })

  routes.get('/groups/:group/coding/pieces.csv', async (req, res) => {
    const asked = await askedOfCodings(db, req, req.params.group)
    const { pieces } = await codedPieces(asked)
    sendCsv(res, `${asked.enquiry.groupId}-coded-pieces`, codedPieceColumns, pieces)
  })

  return routes
}
