import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import { findTerm, termBefore } from '../../networks/terms/terms.js'
import { tell } from '../../people/sessions.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { render, show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { addPart, bringPartBack, findPart, headPart, leavePartOut, placePart } from './arranging.js'
import { composePage, htmlOfDraft } from './compose-page.js'
import { documentOfReport } from '../telling/document-of.js'
import { AddPartForm, HeadingForm, OutcomeForm, PictureForm, PlaceForm, PromiseForm, SightForm } from '../forms.js'
import '../pages.js'
import type { ReportPart } from './parts.js'
import { mayAnswerReport, mayCompose } from '../permissions.js'
import { choosePicture, findPicture, picturesFor, picturesOf, takePictureOut } from './pictures.js'
import { findPromise, makePromise, removePromise, tellOutcome } from './promises.js'
import { addSight, removeSight } from './sights.js'

type OfReport = Request<{ network: string; term: string }>
type OfPart = Request<{ network: string; term: string; part: string }>

/** A network leader puts the parts of the report in order, leaves some out, and adds words, pictures and promises. */
export function arrangingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/reports/:term'

  async function arranging(req: OfReport, res: Response) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!mayAnswerReport(person, network)) throw new NotFound('report')
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayCompose(person, network), 'A network leader arranges the report.')
    return { person, network, term, address: `/networks/${network.id}/reports/${term.slug}` }
  }

  type Arranging = Awaited<ReturnType<typeof arranging>>

  async function refuse(res: Response, where: Arranging, form: FormState): Promise<void> {
    show(res.status(422), 'termly-reports/show', await composePage(house, where, form))
  }

  routes.get(`${at}/reading`, async (req: OfReport, res) => {
    const { network, term } = await arranging(req, res)
    const html = htmlOfDraft(await documentOfReport(db, network, term))
    res.type('html').send(render('termly-reports/_reading', { html }))
  })

  routes.post(`${at}/parts`, async (req: OfReport, res) => {
    const where = await arranging(req, res)
    const reading = read(AddPartForm, req.body)
    if (!reading.ok) return refuse(res, where, reading.form)
    const part = await inOne(db, trx =>
      addPart(trx, where.network, where.term, reading.values.newHeading, where.person),
    )
    res.redirect(303, `${where.address}#part-${part}`)
  })

  routes.post(`${at}/parts/:part/place`, async (req: OfPart, res) => {
    const { term, person, address } = await arranging(req, res)
    const reading = read(PlaceForm, req.body)
    if (!reading.ok) throw new NotFound('place')
    const spot = reading.values
    const to = 'by' in spot ? ({ by: spot.by === 'up' ? -1 : 1 } as const) : { before: spot.before || null }
    await inOne(db, trx => placePart(trx, term, req.params.part, to, person))
    res.redirect(303, `${address}#part-${req.params.part}`)
  })

  routes.post(`${at}/parts/:part/leaving-out`, async (req: OfPart, res) => {
    const { network, term, person, address } = await arranging(req, res)
    const part = await findPart(db, term, req.params.part)
    await inOne(db, trx => leavePartOut(trx, network, term, part, person))
    await tell(db, res, `“${part.heading}” is left out. What is in it stays, and it can be brought back.`)
    res.redirect(303, `${address}#part-${part.part}`)
  })

  routes.post(`${at}/parts/:part/return`, async (req: OfPart, res) => {
    const { network, term, person, address } = await arranging(req, res)
    const part = await findPart(db, term, req.params.part)
    await inOne(db, trx => bringPartBack(trx, network, term, part, person))
    res.redirect(303, `${address}#part-${part.part}`)
  })

  routes.post(`${at}/parts/:part/heading`, async (req: OfPart, res) => {
    const where = await arranging(req, res)
    const part = await findPart(db, where.term, req.params.part)
    const reading = read(HeadingForm, req.body)
    if (!reading.ok) return refuse(res, where, formFor(part.part, reading.form))
    await inOne(db, trx => headPart(trx, where.network, where.term, part, reading.values, where.person))
    res.redirect(303, `${where.address}#part-${part.part}`)
  })

  routes.get(`${at}/parts/:part/pictures`, async (req: OfPart, res) => {
    const where = await arranging(req, res)
    const part = await findPart(db, where.term, req.params.part)
    show(res, 'termly-reports/pictures', await picturesPage(where, part, req.query.from === 'all', formOf()))
  })

  routes.post(`${at}/parts/:part/pictures`, async (req: OfPart, res) => {
    const where = await arranging(req, res)
    const part = await findPart(db, where.term, req.params.part)
    const reading = read(PictureForm, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'termly-reports/pictures',
        await picturesPage(where, part, req.query.from === 'all', reading.form),
      )
    const { file, alt, caption } = reading.values
    await choosePicture(
      db,
      where.term,
      part.part,
      await findPicture(db, where.network, file),
      { alt, caption },
      where.person,
    )
    await tell(db, res, `The picture stands in “${part.heading}”.`)
    res.redirect(303, `${where.address}#part-${part.part}`)
  })

  routes.post(
    `${at}/pictures/:picture/removal`,
    async (req: Request<{ network: string; term: string; picture: string }>, res) => {
      const { term, person, address } = await arranging(req, res)
      await takePictureOut(db, term, req.params.picture, person)
      await tell(db, res, 'The picture is taken out.')
      res.redirect(303, address)
    },
  )

  routes.post(`${at}/promises`, async (req: OfReport, res) => {
    const where = await arranging(req, res)
    const reading = read(PromiseForm, req.body)
    if (!reading.ok) return refuse(res, where, reading.form)
    await makePromise(db, where.term, reading.values.promise, where.person)
    res.redirect(303, `${where.address}#part-promises`)
  })

  routes.post(
    `${at}/promises/:promise/removal`,
    async (req: Request<{ network: string; term: string; promise: string }>, res) => {
      const { term, person, address } = await arranging(req, res)
      await removePromise(db, await findPromise(db, req.params.promise, [term]), person)
      await tell(db, res, 'The promise is taken out.')
      res.redirect(303, `${address}#part-promises`)
    },
  )

  routes.post(
    `${at}/promises/:promise/outcome`,
    async (req: Request<{ network: string; term: string; promise: string }>, res) => {
      const where = await arranging(req, res)
      const before = await termBefore(db, where.term)
      const promise = await findPromise(db, req.params.promise, before ? [before] : [where.term])
      const reading = read(OutcomeForm, req.body)
      if (!reading.ok) return refuse(res, where, formFor(promise.id, reading.form))
      await tellOutcome(db, promise, reading.values, where.person)
      res.redirect(303, `${where.address}#part-promised`)
    },
  )

  routes.post(`${at}/sights`, async (req: OfReport, res) => {
    const where = await arranging(req, res)
    const reading = read(SightForm, req.body)
    if (!reading.ok) return refuse(res, where, reading.form)
    const { what, place, onDay, hours } = reading.values
    await addSight(db, where.term, { what, place, onDay, hours }, where.person)
    res.redirect(303, `${where.address}#part-see`)
  })

  routes.post(
    `${at}/sights/:sight/removal`,
    async (req: Request<{ network: string; term: string; sight: string }>, res) => {
      const { term, person, address } = await arranging(req, res)
      await removeSight(db, term, req.params.sight, person)
      res.redirect(303, `${address}#part-see`)
    },
  )

  async function picturesPage({ person, network, term }: Arranging, part: ReportPart, all: boolean, form: FormState) {
    const chosen = (await picturesOf(db, term)).map(picture => picture.fileId)
    const pictures = await picturesFor(db, network, term, all)
    return {
      title: `Pictures for “${part.heading}”`,
      head: networkHead(network, person, 'reports'),
      network,
      term,
      part,
      all,
      pictures: pictures.map(({ piece, file }) => ({
        file: file.id,
        width: file.width!,
        height: file.height!,
        number: numberOf(piece),
        title: piece.title,
        group: piece.groupName,
        alt: file.alt,
        chosen: chosen.includes(file.id),
        form: form.values.file === file.id ? form : formOf({ alt: file.alt, caption: piece.title }),
      })),
      form,
    }
  }

  return routes
}

/** The same form, with its fields named as on a page that holds many forms like it. */
function formFor(id: string, { values, errors, summary }: FormState): FormState {
  const named = <Value>(of: Record<string, Value>) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [`${name}-${id}`, value]))
  return {
    values: named(values),
    errors: named(errors),
    summary: summary.map(({ field, text }) => ({ field: `${field}-${id}`, text })),
  }
}
