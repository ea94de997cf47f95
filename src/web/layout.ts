import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Response } from 'express'
import type { Person } from '../people/person.js'
import { root } from '../root.js'
import type { Crumb } from './crumb.js'

export interface Layout {
  title: string
  me: { id: string; name: string; isDemo: boolean } | null
  here: string
  nav: { href: string; text: string; current: boolean }[]
  flash: string | null
  flashTone: 'done' | 'waiting'
  assets: { css: string; js: string; version: string }
  breadcrumbs: Crumb[] | null
  idle: { minutes: number; warnAt: number } | null
  language: string
  footLinks: { href: string; text: string }[]
}

/** What the frame around a page is given: who is signed in, where they may go, and one line of news. */
export function layoutOf(res: Response, page: { title: string; breadcrumbs?: Crumb[] }): Layout {
  const here = res.req.originalUrl.split('?')[0] ?? '/'
  const person = res.locals.person
  return {
    title: page.title,
    me: person ? { id: person.id, name: person.name, isDemo: res.app.locals.demo === true } : null,
    here,
    nav: person ? signedInNav(person, here) : [],
    flash: typeof res.locals.notice === 'string' ? res.locals.notice : null,
    flashTone: res.locals.noticeTone === 'waiting' ? 'waiting' : 'done',
    assets: assets(),
    breadcrumbs: page.breadcrumbs?.length ? page.breadcrumbs : null,
    idle: person ? { minutes: 20, warnAt: 18 } : null,
    language: 'en-GB',
    footLinks: [
      { href: '/published', text: 'Published work' },
      { href: '/about', text: 'About the workbench' },
      { href: '/accessibility', text: 'Accessibility' },
      { href: '/privacy', text: 'Privacy' },
      { href: '/who-sees-what', text: 'Who sees what' },
    ],
  }
}

function signedInNav(person: Person, here: string) {
  const networkIds = person.networkIds.filter(id => person.works(id))
  const network = networkIds.length === 1 ? `/networks/${networkIds[0]}` : '/networks'
  const links = [
    { href: '/', text: 'Your day' },
    { href: '/groups', text: 'Groups' },
    ...(networkIds.length > 0 || person.isAdministrator
      ? [{ href: network, text: networkIds.length === 1 ? 'Network' : 'Networks' }]
      : []),
    ...(networkIds.length > 0 ? [{ href: '/calendar', text: 'Calendar' }] : []),
    { href: '/published', text: 'Published' },
    ...(person.isAdministrator ? [{ href: '/administration', text: 'Administration' }] : []),
  ]
  return links.map(link => ({ ...link, current: link.href === '/' ? here === '/' : here.startsWith(link.href) }))
}

let found: Layout['assets'] | undefined

function assets(): Layout['assets'] {
  found ??= JSON.parse(readFileSync(join(root, 'dist/assets/manifest.json'), 'utf8')) as Layout['assets']
  return found
}
