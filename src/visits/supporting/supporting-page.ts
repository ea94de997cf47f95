import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { textInPlace } from '../../texts/in-place.js'
import { textsOf } from '../../texts/texts.js'
import { today } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import type { VisitsOfNetwork } from '../finding.js'
import { colleaguesIn } from '../links.js'
import type { SupportingFormPage, SupportingPage } from '../pages.js'
import { isOneOfTheTwo } from '../permissions.js'
import { whenInWords } from '../times.js'
import { needsRelease } from '../visits.js'
import { type FoundSupportingVisit, releasesOf, supportingKind } from './supporting.js'

/** A visit between two colleagues, for those two and whom they named. */
export async function supportingPage(
  db: Db,
  { person, head, listAddress }: VisitsOfNetwork,
  { visit, proposer, colleague, named }: FoundSupportingVisit,
  form: FormState = formOf(),
): Promise<SupportingPage> {
  const isTheirs = isOneOfTheTwo(person, visit)
  const together = unread(await textsOf(db, supportingKind, visit.id))
  const mine = unread(await textsOf(db, supportingKind, `${visit.id}~${person.id}`))
  const asked = isTheirs ? await releasesOf(db, visit) : []
  const open = isTheirs && visit.cancelledAt === null
  const slot = { ...visit, lastDay: visit.day }
  return {
    title: `With ${visit.proposedBy === person.id ? colleague : proposer}`,
    head,
    listAddress,
    address: `${listAddress}/supporting/${visit.id}`,
    visit: {
      when: whenInWords(slot),
      place: visit.place,
      about: visit.about,
      cancelled: visit.cancelledAt !== null,
      agreed: visit.agreedAt !== null,
    },
    two: [proposer, colleague],
    named,
    together: isTheirs
      ? textInPlace({ kind: supportingKind, owner: visit.id, field: 'together' }, together, {
          label: 'What we keep of it',
          hint: 'You two write here; whom you named reads it.',
          rows: 6,
        })
      : null,
    togetherWords: together.together?.body ?? '',
    mine: textInPlace({ kind: supportingKind, owner: `${visit.id}~${person.id}`, field: 'mine' }, mine, {
      label: 'For myself',
      hint: 'Nobody else reads this.',
      rows: 4,
    }),
    releases: asked.map(({ name, answer, word }) => ({
      name,
      says: answer === null ? 'asked' : `${answer}${word ? `: “${word}”` : ''}`,
    })),
    colleagues: isTheirs
      ? await colleaguesIn(db, visit.networkId, [visit.proposedBy, visit.colleagueId, ...named.map(one => one.id)])
      : [],
    form,
    may: {
      change: open,
      agree: open && visit.agreedAt === null && visit.colleagueId === person.id,
      askHead:
        open &&
        visit.day >= today() &&
        person.schoolsIn(visit.networkId).length > 0 &&
        !person.isHeadIn(visit.networkId) &&
        !asked.some(one => one.personId === person.id) &&
        (await needsRelease(db, visit.networkId, slot)),
    },
  }
}

/** @param at an address where it is there already; then the colleague stays */
export async function supportingFormPage(
  db: Db,
  { person, network, head, listAddress }: VisitsOfNetwork,
  form: FormState,
  at?: string,
): Promise<SupportingFormPage> {
  return {
    title: at ? 'Change day, time or place' : 'Support a colleague',
    head,
    listAddress,
    address: at ?? `${listAddress}/supporting`,
    back: at ?? listAddress,
    form,
    colleagues: at ? null : await colleaguesIn(db, network.id, [person.id]),
    earliest: today(),
  }
}
