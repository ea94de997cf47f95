import { inTheSameWords } from '../../database/in-the-same-words.js'
import { numberOf } from '../listing/cards.js'
import { evidenceInGroups, evidenceVisibleTo } from '../evidence.js'
import { plural } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import { waits } from '../../web/waiting.js'

const daysNew = 14

const ownGroups = (enquiries: Around['enquiries']) =>
  enquiries.filter(one => one.standing.member).map(one => one.groupId)

/** Consent for somebody's own pieces that was taken back of late. */
export const consentsTakenBack = waits({
  asks: inTheSameWords(
    ({ person, enquiries, today }: Around) => ({
      me: person.id,
      own: ownGroups(enquiries),
      since: beginningOf(daysAfter(today, -daysNew)),
    }),
    (db, { me, own, since }) =>
      evidenceInGroups(db)
        .innerJoin('consents', 'consents.evidenceId', 'evidence.id')
        .select(['evidence.id', 'evidence.number', 'evidence.groupId', 'groups.networkId'])
        .distinct()
        .where('evidence.loggedBy', '=', me)
        .where('evidence.groupId', 'in', own)
        .where('evidence.withdrawnAt', 'is', null)
        .where('consents.withdrawnAt', '>=', since)
        .where('consents.withdrawnBy', '<>', me)
        .where('evidence.agreed', '=', 'withdrawn'),
  ),
  says: (rows, { enquiries }) =>
    rows.map(row => ({
      text: takenBackInWords({ group: groupNamed(enquiries, row.groupId), number: row.number }),
      href: `/evidence/${row.id}`,
      action: 'Decide what becomes of it',
      networkId: row.networkId,
      groupId: row.groupId,
    })),
})

/** Somebody's own pieces that the network sees and hears, and for which nobody was asked. */
export const consentsNeverAsked = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({ me: person.id, own: ownGroups(enquiries) }),
    (db, { me, own }) =>
      db
        .selectFrom('evidence')
        .select('evidence.id')
        .where('evidence.loggedBy', '=', me)
        .where('evidence.groupId', 'in', own)
        .where('evidence.sharedWithNetworkAt', 'is not', null)
        .where('evidence.agreed', '=', 'unasked')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('evidenceFiles')
              .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
              .select('files.id')
              .whereRef('evidenceFiles.evidenceId', '=', 'evidence.id')
              .where('evidenceFiles.removedAt', 'is', null)
              .where('files.kind', 'in', ['image', 'sound', 'film']),
          ),
        ),
  ),
  async says(found, { db, person, enquiries }) {
    const rows = await evidenceVisibleTo(db, person)
      .select(['evidence.id', 'evidence.number', 'evidence.groupId', 'groups.networkId'])
      .where(
        'evidence.id',
        'in',
        found.map(one => one.id),
      )
      .orderBy('evidence.number')
      .execute()
    return ownGroups(enquiries).flatMap(groupId => {
      const own = rows.filter(row => row.groupId === groupId)
      const [first] = own
      if (!first) return []
      return {
        text: neverAskedInWords({ group: groupNamed(enquiries, groupId), number: first.number, count: own.length }),
        href: `/evidence/${first.id}/consent`,
        action: own.length > 1 ? 'Begin with the first' : 'Say who agreed',
        networkId: first.networkId,
        groupId,
      }
    })
  },
})

function groupNamed(enquiries: Around['enquiries'], groupId: string): string {
  return enquiries.find(one => one.groupId === groupId)!.groupName
}

export function takenBackInWords(one: { group: string; number: number }): string {
  return `Somebody in your ${numberOf(one)} of ${one.group} took their consent back. Nobody can see it now.`
}

export function neverAskedInWords(one: { group: string; number: number; count: number }): string {
  if (one.count === 1)
    return `The network sees your ${numberOf(one)} of ${one.group}, and nobody has said yet who can be seen or heard in it.`
  return `The network sees ${plural(one.count, 'piece', 'pieces')} of yours in ${one.group} of which nobody has said yet who can be seen or heard in them.`
}
