import { Router } from 'express'
import { NotFound } from '../errors.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { keysInPlace, singleKeys } from './keys.js'
import './pages.js'
import { pictureFile, picturesOf } from './pictures.js'
import { roleHelp } from './roles.js'
import { rolesOf } from './roles-of.js'
import type { Topic } from './topics/topic.js'
import { helpParts } from './topics/topics.js'
import { whatIf } from './what-if.js'
import { anchorOf, meaningOf, type Word, words } from './words.js'

const crumbs = [{ href: '/help', text: 'Help' }]

/** Help, in general for everybody; about pages of groups and networks, for those who are signed in. */
export function helpRoutes(): Router {
  const routes = Router()

  routes.get('/help', (_req, res) => {
    const { person } = res.locals
    const mine = person ? rolesOf(person) : []
    show(res, 'help/front', {
      title: 'Help',
      // Who is more than one of those who join in comes to read of that first.
      mine: roleHelp
        .filter(one => mine.includes(one.path))
        .sort((one, other) => Number(one.path === 'volunteer') - Number(other.path === 'volunteer')),
      others: roleHelp.filter(one => !mine.includes(one.path)),
      parts: helpParts
        .filter(one => one.open || person)
        .map(({ part, name, about }) => ({ href: `/help/${part}`, name, about })),
    })
  })

  routes.get('/help/words', (_req, res) => {
    show(res, 'help/words', {
      title: 'Words',
      breadcrumbs: crumbs,
      words: words.map(one => ({
        ...one,
        anchor: anchorOf(one.name),
        seeAlso: (one.see ?? []).map(name => meaningOf(name as Word)).map(({ word, href }) => ({ text: word, href })),
      })),
    })
  })

  routes.get('/help/what-if', (_req, res) => {
    const questions = whatIf.map((one, place) => ({ ...one, anchor: `what-if-${place + 1}` }))
    show(res, 'help/what-if', { title: 'What if', breadcrumbs: crumbs, questions })
  })

  routes.get('/help/keys', (_req, res) => {
    show(res, 'help/keys', { title: 'Keys', breadcrumbs: crumbs, single: singleKeys, inPlace: keysInPlace })
  })

  routes.get('/help/for/:role', (req, res) => {
    const role = roleHelp.find(one => one.path === req.params.role)
    if (!role) throw new NotFound('page')
    show(res, 'help/role', {
      title: `Help for a ${role.name.toLowerCase()}`,
      breadcrumbs: crumbs,
      role,
      pictures: picturesOf(role.pictures),
    })
  })

  routes.get('/help/pictures/:file', (req, res) => {
    const file = pictureFile(req.params.file)
    if (!file) throw new NotFound('page')
    res.set('Cache-Control', 'public, max-age=604800').sendFile(file)
  })

  routes.get('/help/:part', (req, res) => {
    const part = helpParts.find(one => one.part === req.params.part)
    if (!part) throw new NotFound('page')
    if (!part.open) signedIn(res)
    show(res, 'help/topics', {
      title: part.name,
      breadcrumbs: crumbs,
      about: part.about,
      topics: Object.entries<Topic>(part.topics).map(([name, topic]) => ({
        ...topic,
        anchor: anchorOf(name),
        words: (topic.words ?? []).map(meaningOf),
      })),
    })
  })

  return routes
}
