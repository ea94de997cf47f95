import { pictureInEdition } from './pictures.js'
import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { mayWithdrawEditions } from '../publishing/permissions.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { readEdition } from '../publishing/editions/still-allowed.js'
import { takeAwayOf } from '../publishing/taking-away/taking-away.js'
import type { Crumb } from '../web/crumb.js'
import { citationsOf } from './citing.js'
import { addressOf } from './works.js'
import type { EditionLine, EditionPage, WithdrawnPage } from './pages.js'
import { mayTakeAnonymousCopy } from './permissions.js'
import { type FoundEdition, kindAt, networkOf, queryOf } from './reading.js'
import { metaOf } from './telling-machines.js'

export const toPublished: Crumb = { href: '/published', text: 'Published work' }

/** A published work as everybody reads it; somebody who is signed in may do more with it. */
export async function editionPage(
  db: Db,
  person: Person | undefined,
  found: FoundEdition,
  baseUrl: string,
): Promise<EditionPage & { breadcrumbs: Crumb[] }> {
  const { edition, editions, groupId, pseudonyms } = found
  const { read: words } = pseudonyms
  const { document, gaps } = await readEdition(db, edition, pseudonyms, baseUrl)
  const network = await networkOf(db, edition)
  const href = addressOf(edition.ofKind, edition.slug)
  const newest = editions[0]!
  const first = found.all.at(-1)!.publishedAt
  const takesCopy = person !== undefined && mayTakeAnonymousCopy(person, edition, groupId)
  return {
    title: document.title,
    meta: metaOf(document, edition, { network, summary: words(edition.summary), baseUrl, first }),
    breadcrumbs: [toPublished],
    document: await shownDocument(document, pictureInEdition(edition)),
    number: edition.number,
    publishedAt: edition.publishedAt,
    reason: words(edition.reason),
    newer: newest.id === edition.id ? null : { number: newest.number, href, reason: words(newest.reason) },
    editions: editionLines(found),
    compare: editions.length > 1 ? `${href}/compare` : null,
    takeAway: takeAwayOf(href, { edition: queryOf(found) }),
    short: edition.ofKind === 'write-up',
    network,
    cite: citationsOf(document, edition, network),
    citation: {
      bibtex: `${href}/citation.bib?edition=${edition.number}`,
      ris: `${href}/citation.ris?edition=${edition.number}`,
    },
    licence: document.edition?.licence ?? null,
    gaps,
    anonymous: takesCopy ? `${href}/anonymous?edition=${edition.number}` : null,
    withdrawal: person && mayWithdrawEditions(person, edition) ? `${href}/withdrawal` : null,
  }
}

/** What was withdrawn leaves a marker: what it was, when it went, and why. Nothing that it said is told. */
export async function markerPage(
  db: Db,
  { edition, editions, pseudonyms }: FoundEdition,
  baseUrl: string,
): Promise<WithdrawnPage> {
  const href = addressOf(edition.ofKind, edition.slug)
  return {
    title: pseudonyms.read(edition.title),
    meta: { description: 'Withdrawn.', canonical: `${baseUrl}${href}`, kind: 'article', unlisted: true },
    kind: edition.ofKind === kindAt.reports ? 'Termly report' : 'Write-up',
    number: edition.number,
    publishedAt: edition.publishedAt,
    withdrawnAt: edition.withdrawnAt ?? '',
    because: pseudonyms.read(edition.withdrawnBecause ?? ''),
    network: await networkOf(db, edition),
    newer: editions[0] ? { number: editions[0].number, href } : null,
  }
}

/** Every edition at the address, the newest first. */
export function editionLines({ edition, editions, all, pseudonyms: { read: words } }: FoundEdition): EditionLine[] {
  const href = addressOf(edition.ofKind, edition.slug)
  return all.map(one => ({
    number: one.number,
    href: one.id === editions[0]?.id ? href : `${href}?edition=${one.number}`,
    publishedAt: one.publishedAt,
    reason: words(one.reason),
    current: one.id === edition.id,
    withdrawn: one.withdrawnAt ? { at: one.withdrawnAt, because: words(one.withdrawnBecause ?? '') } : null,
  }))
}
