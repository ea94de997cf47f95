import { type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findTerm } from '../../networks/terms/terms.js'
import { tell } from '../../people/sessions.js'
import { line } from '../../web/fields.js'
import { queried } from '../../web/page-of.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { letReadingOut } from '../notes/theme-terms.js'
import '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { readAcross } from './claims-across.js'
import { readingPage } from './reading-page.js'
import { addStrand, findStrand, placeClaim, removeStrand } from './strands.js'

const StrandForm = z.strictObject({ strand: line('Enter a word or two, such as choosing', 60) })
const PlaceForm = z.strictObject({ belongs: z.enum(['yes', 'no']) })

/** What the groups of a theme claim, read side by side, and the co-leader’s summary of it. */
export function readingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/reading' as const

  routes.get(at, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    show(res, 'themes/reading', await readingPage(db, found, queried(req, 'term')))
  })

  routes.post(`${at}/words`, async (req, res) => {
    const found = await toChange(res, req.params)
    const reading = read(StrandForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/reading', await readingPage(db, found, '', reading.form))
    await inOne(db, trx => addStrand(trx, found.theme, found.person, reading.values.strand))
    res.redirect(303, `${found.address}/reading`)
  })

  routes.post(`${at}/words/:word/removal`, async (req, res) => {
    const found = await toChange(res, req.params)
    const strand = await findStrand(db, found.theme, req.params.word)
    await inOne(db, trx => removeStrand(trx, strand))
    await tell(db, res, `The theme is not read by “${strand.strand}” any more.`)
    res.redirect(303, `${found.address}/reading`)
  })

  routes.post(`${at}/words/:word/claims/:claim`, async (req, res) => {
    const found = await toChange(res, req.params)
    const strand = await findStrand(db, found.theme, req.params.word)
    const { belongs } = wellRead(read(PlaceForm, req.body))
    const across = await readAcross(db, found.person, found.theme)
    const claims = [...across.others, ...across.strands.flatMap(one => one.groups)].flatMap(group => group.claims)
    const claim = claims.find(one => one.id === req.params.claim)
    if (!claim) throw new NotFound('claim')
    await inOne(db, trx => placeClaim(trx, strand, claim.id, found.person, belongs))
    res.redirect(303, `${found.address}/reading#word-${strand.id}`)
  })

  for (const [path, out] of [
    ['release', true],
    ['holding-back', false],
  ] as const)
    routes.post(`${at}/:term/${path}`, async (req, res) => {
      const found = await toChange(res, req.params)
      const term = await findTerm(db, found.network.id, req.params.term)
      await inOne(db, trx => letReadingOut(trx, found.theme, term, found.person, out))
      await tell(
        db,
        res,
        out
          ? `The termly report for ${term.name} takes the summary.`
          : `The termly report for ${term.name} does not take the summary.`,
      )
      res.redirect(303, `${found.address}/reading?term=${term.slug}`)
    })

  async function toChange(res: Response, params: { network: string; theme: string }): Promise<FoundTheme> {
    const found = await findTheme(db, signedIn(res), params)
    allow(found.may.change)
    return found
  }

  return routes
}
