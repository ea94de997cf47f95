import { Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { themesOf } from '../networks/themes/themes.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { crumbsOfGroup } from './crumbs.js'
import { describeGroup, versionOf } from './describing.js'
import { DescriptionForm } from './forms.js'
import { findGroup, type FoundGroup } from './group.js'
import type { DetailsPage } from './pages.js'
import { mayEditGroup } from './permissions.js'

/** What the group says of itself: its name, why it asks, and its theme. */
export function detailsRoutes({ db }: House, { headOfGroup }: Pick<Brought, 'headOfGroup'>): Router {
  const routes = Router()

  routes.get('/groups/:group/details', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayEditGroup(group))
    const form = formOf({ name: group.name, why: group.why, theme: group.themeId ?? '' })
    show(res, 'groups/details', await pageFor(group, person, form))
  })

  routes.post('/groups/:group/details', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayEditGroup(group))
    const reading = read(DescriptionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'groups/details', await pageFor(group, person, reading.form))
    const { was, theme, ...words } = reading.values
    if (theme && !(await themesToChoose(db, group)).some(one => one.value === theme)) {
      const form = addMistake(formOf(req.body), 'theme', 'Choose a theme of the network')
      return show(res.status(422), 'groups/details', await pageFor(group, person, form))
    }
    if (was !== undefined && was !== versionOf(group)) {
      const form = addMistake(
        formOf(req.body),
        'name',
        `Somebody changed the group meanwhile. It is called “${group.name}” now, and says: “${group.why}” Yours is kept here; save again to put it in its place.`,
      )
      return show(res.status(409), 'groups/details', await pageFor(group, person, form))
    }
    await inOne(db, trx => describeGroup(trx, group, person, { ...words, themeId: theme || null }))
    await tell(db, res, 'The group is described anew.')
    res.redirect(303, `/groups/${group.id}`)
  })

  async function pageFor(group: FoundGroup, person: Reader, form: FormState) {
    const head = await headOfGroup(db, person, group.id, 'details')
    return { ...(await detailsPage(db, group, form)), head }
  }

  return routes
}

async function detailsPage(db: Db, group: FoundGroup, form: FormState): Promise<DetailsPage> {
  form.values.was = versionOf(group)
  return {
    title: 'What the group says of itself',
    breadcrumbs: crumbsOfGroup(group),
    address: `/groups/${group.id}/details`,
    back: `/groups/${group.id}`,
    form,
    themes: await themesToChoose(db, group),
  }
}

/** Open themes of the network, and the group's own even if it has closed since. */
async function themesToChoose(db: Db, group: FoundGroup): Promise<{ value: string; text: string }[]> {
  return (await themesOf(db, group.networkId))
    .filter(theme => theme.closedAt === null || theme.id === group.themeId)
    .map(theme => ({ value: theme.id, text: theme.name }))
}
