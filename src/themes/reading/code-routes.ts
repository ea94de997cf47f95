import { Router } from 'express'
import { z } from 'zod'
import { findCodingGroup } from '../../coding/codebook/book.js'
import { mayCode } from '../../coding/permissions.js'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { several } from '../../web/fields.js'
import { formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { findTheme } from '../themes.js'
import { codesToShare, shareCodes } from './strands.js'

const CodesForm = z.strictObject({ codes: several() })

/** A group shares codes of its codebook with its theme: their names, and which of its shared claims carry them. */
export function codeRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/reading/codes/:group' as const

  routes.get(at, async (req, res) => {
    const { theme, head, address, enquiry } = await find(signedIn(res), req.params)
    const codes = await codesToShare(db, theme, enquiry)
    const form = formOf({ codes: codes.filter(one => one.shared).map(one => one.value) })
    const title = `Codes of ${enquiry.groupName} for ${theme.name}`
    show(res, 'themes/codes', {
      title,
      head,
      theme,
      address,
      group: enquiry.groupId,
      groupName: enquiry.groupName,
      codes,
      form,
    })
  })

  routes.post(at, async (req, res) => {
    const { theme, address, enquiry, person } = await find(signedIn(res), req.params)
    const { codes } = wellRead(read(CodesForm, req.body))
    await inOne(db, trx => shareCodes(trx, theme, enquiry, person, codes))
    await tell(
      db,
      res,
      codes.length > 0 ? 'The theme is read by these codes too.' : 'No code of the group is shared with the theme.',
    )
    res.redirect(303, `${address}/reading`)
  })

  async function find(person: Reader, params: { network: string; theme: string; group: string }) {
    const found = await findTheme(db, person, params)
    const enquiry = await findCodingGroup(db, person, params.group)
    if (enquiry.themeId !== found.theme.id) throw new NotFound('group')
    allow(mayCode(enquiry))
    return { ...found, enquiry }
  }

  return routes
}
