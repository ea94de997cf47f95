import { Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { optionalLine, text } from '../../web/fields.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import type { Reader } from '../../names/reader.js'
import '../pages.js'
import { mayArrangeThemes } from '../permissions.js'
import { chosen } from '../chosen.js'
import { coLeadersOf, type FoundTheme, findTheme } from '../themes.js'
import { handThemeOver, successorsFor } from './handing-over.js'

const HandoverForm = z.strictObject({
  find: optionalLine(80),
  to: chosen('Choose who takes it over'),
  from: chosen('Say who hands it over, or nobody'),
  word: text(3000),
})

/** A theme is handed over to another co-leader by a network leader. */
export function handoverRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/handover' as const

  routes.get(at, async (req, res) => {
    const found = await toHandOver(signedIn(res), req.params)
    show(res, 'themes/handover', await handoverPage(db, found, queried(req, 'find'), formOf()))
  })

  routes.post(at, async (req, res) => {
    const found = await toHandOver(signedIn(res), req.params)
    const reading = read(HandoverForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const page = await handoverPage(db, found, String(form.values.find ?? ''), form)
    const to =
      reading.ok &&
      (await successorsFor(db, found.theme, reading.values.find)).find(one => one.id === reading.values.to)
    if (reading.ok && !to) addMistake(form, 'to', 'Choose who takes it over')
    if (!reading.ok || !to) return show(res.status(422), 'themes/handover', page)
    const { from, word } = reading.values
    await inOne(db, trx =>
      handThemeOver(trx, found.theme, found.person, { from: from === 'nobody' ? null : from, to, word }),
    )
    await tell(db, res, `${to.name} leads ${found.theme.name} now. They have been told.`)
    res.redirect(303, found.address)
  })

  async function toHandOver(person: Reader, params: { network: string; theme: string }): Promise<FoundTheme> {
    const found = await findTheme(db, person, params)
    allow(
      mayArrangeThemes(person, found.network.id) && found.theme.closedAt === null,
      'A network leader hands a theme over.',
    )
    return found
  }

  return routes
}

async function handoverPage(db: Db, { theme, head, address }: FoundTheme, find: string, form: FormState) {
  const present = await coLeadersOf(db, theme.id)
  const found = await successorsFor(db, theme, find)
  return {
    title: present.length > 0 ? `Hand over ${theme.name}` : `A co-leader for ${theme.name}`,
    isFirst: present.length === 0,
    head,
    theme,
    address,
    find,
    people: found.map(one => ({ value: one.id, text: one.school ? `${one.name}, ${one.school}` : one.name })),
    from: [
      ...present.map(one => ({ value: one.roleId, text: `${one.name} hands it over` })),
      { value: 'nobody', text: 'Nobody: they lead it together' },
    ],
    form,
  }
}
