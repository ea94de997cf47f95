import { Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { wordFor } from '../handing-over/handing-over.js'
import { ownNames } from '../../names/names.js'
import { termOn } from '../../networks/terms/terms.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts, textsOf } from '../../texts/texts.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { mayKeepOwnNotes } from '../permissions.js'
import { findTheme } from '../themes.js'
import { networkHalf, schoolHalf } from './halves.js'
import { ownerOfNotes, ownNotes } from './own-notes.js'

/** Both halves of a co-leader’s work: across the network, and in their own school. */
export function leadingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/themes/:theme/leading', async (req, res) => {
    const { person, network, theme, head, address } = await findTheme(db, signedIn(res), req.params)
    if (!mayKeepOwnNotes(person, theme)) throw new NotFound('page')
    const owner = ownerOfNotes(theme, person)
    const texts = readTexts(await textsOf(db, ownNotes, owner), ownNames)
    const term = (await termOn(db, network.id)) ?? null
    const note = (field: string, label: string, hint: string) =>
      textInPlace({ kind: ownNotes, owner, field }, texts, { label, hint, rows: 5 })
    show(res, 'themes/leading', {
      title: `Leading ${theme.name}`,
      head,
      theme,
      address,
      word: (await wordFor(db, theme.id, person.id)) ?? null,
      network: await networkHalf(db, person, theme, term),
      school: (await schoolHalf(db, person, theme)) ?? null,
      networkNotes: note('network', 'My notes on the network', 'Only you read them.'),
      schoolNotes: note(
        'school',
        'My notes on my school',
        'Only you read them: what to raise with the head, with the improvement group, in the staff room.',
      ),
    })
  })

  return routes
}
