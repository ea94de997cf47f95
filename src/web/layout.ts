import type { Response } from 'express'
import type { Person } from '../people/person.js'
import { helpAt, isOpenHelp } from '../help/topics/topic-at.js'
import type { HelpOfPages } from '../help/topics/topics.js'
import { type LookManifest, look } from '../look/manifest.js'
import type { Crumb } from './crumb.js'
import type { PlaceHead, Places, Way, Ways } from './places.js'

export interface Layout {
  /** Of the window: the page, the group or network, the workbench. */
  title: string
  pageTitle: string
  me: { id: string; name: string; isDemo: boolean } | null
  here: string
  nav: Way[]
  /** Along the bottom of a phone. */
  bar: { day: Way; log: Way | null; place: Way } | null
  head: PlaceHead | null
  ways: Ways | null
  flash: string | null
  flashTone: 'done' | 'waiting'
  assets: LookManifest
  breadcrumbs: Crumb[]
  idle: { minutes: number; warnAt: number } | null
  language: string
  /** The section of the help about this page. */
  help: string
  footLinks: { href: string; text: string }[]
}

interface Framed {
  title: string
  breadcrumbs?: Crumb[]
  head?: PlaceHead | null
}

/** What the frame around a page is given: who is signed in, where they are and may go, and one line of news. */
export function layoutOf(res: Response, page: Framed, places: Places): Layout {
  const here = res.req.originalUrl.split('?')[0] ?? '/'
  const person = res.locals.person
  const head = page.head ?? null
  return {
    title: titleOf(page, head, res.statusCode === 422),
    pageTitle: page.title,
    me: person ? { id: person.id, name: person.name, isDemo: res.app.locals.demo === true } : null,
    here,
    nav: person ? signedInNav(person, here, head) : [],
    bar: person ? barOf(person, here, head) : null,
    head,
    ways: head && head.ways(places),
    flash: typeof res.locals.notice === 'string' ? res.locals.notice : null,
    flashTone: res.locals.noticeTone === 'waiting' ? 'waiting' : 'done',
    assets: look(),
    breadcrumbs: crumbsBeneath(head, page.breadcrumbs ?? []),
    idle: person ? { minutes: 20, warnAt: 18 } : null,
    language: 'en-GB',
    help: helpFor(person, here, res.app.locals.help as HelpOfPages),
    footLinks: [
      { href: '/published', text: 'Published work' },
      { href: '/help', text: 'Help' },
      { href: '/about', text: 'About the workbench' },
      { href: '/accessibility', text: 'Accessibility' },
      { href: '/privacy', text: 'Privacy' },
      { href: '/who-sees-what', text: 'Who sees what' },
    ],
  }
}

/** Strangers are led to what is general. */
function helpFor(person: Person | undefined, here: string, help: HelpOfPages): string {
  const about = helpAt(here, help)
  return person || isOpenHelp(about) ? about : '/help'
}

/** Whoever lands on a form that came back hears so first. */
function titleOf({ title }: Framed, head: PlaceHead | null, isMending: boolean): string {
  const name = 'Enquiry Workbench'
  const place = head && head.name !== title ? [head.name] : []
  const parts = title === name ? [name] : [title, ...place, name]
  return (isMending ? 'Error: ' : '') + parts.join(' – ')
}

/** Under the head of a group or network only what is deeper than its two levels: the head itself leads to the rest. */
function crumbsBeneath(head: PlaceHead | null, crumbs: Crumb[]): Crumb[] {
  if (!head) return crumbs
  const above = [head.href, head.above?.href]
  return crumbs.filter(crumb => !above.includes(crumb.href))
}

/** The main ways; whatever stands under a group or a network, at whichever address, is in Groups or in Network. */
function signedInNav(person: Person, here: string, head: PlaceHead | null): Way[] {
  const networkIds = person.networkIds.filter(id => person.works(id))
  const links = [
    { href: '/', text: 'Your day' },
    { href: '/groups', text: 'Groups' },
    ...(networkIds.length > 0 || person.isAdministrator
      ? [{ href: networksOf(person), text: networkIds.length === 1 ? 'Network' : 'Networks' }]
      : []),
    ...(networkIds.length > 0 ? [{ href: '/calendar', text: 'Calendar' }] : []),
    { href: '/published', text: 'Published' },
    ...(person.isAdministrator ? [{ href: '/administration', text: 'Administration' }] : []),
  ]
  const ofHead = head && { group: '/groups', network: networksOf(person) }[head.kind]
  const at = links.find(({ href }) => (href === '/' ? here === '/' : here.startsWith(href)))?.href ?? ofHead
  return links.map(link => ({ ...link, current: link.href === at }))
}

function networksOf(person: Person): string {
  const networkIds = person.networkIds.filter(id => person.works(id))
  return networkIds.length === 1 ? `/networks/${networkIds[0]}` : '/networks'
}

/** The group or network one is in; elsewhere one's own group, or all of them. */
function barOf(person: Person, here: string, head: PlaceHead | null): NonNullable<Layout['bar']> {
  const own = [...new Set(person.groups.map(one => one.groupId))]
  // Whoever works in no network, such as a governor, finds nothing under one.
  const worksInOne = person.networkIds.some(id => person.works(id)) || person.isAdministrator
  const all =
    own.length === 0 && worksInOne ? { href: networksOf(person), text: 'Network' } : { href: '/groups', text: 'Groups' }
  const elsewhere = own.length === 1 ? { href: `/groups/${own[0]}`, text: 'Group' } : all
  const place = head?.isOpen ? { href: head.href, text: head.kind === 'group' ? 'Group' : 'Network' } : elsewhere
  const volunteers = own.some(id => person.isVolunteerIn(id))
  return {
    day: { href: '/', text: 'Your day', current: here === '/' },
    log: volunteers ? { href: '/log', text: 'Log', current: here === '/log' } : null,
    place: { ...place, current: head?.isOpen === true },
  }
}
