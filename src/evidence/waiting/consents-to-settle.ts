import { numberOf } from '../listing/cards.js'
import { evidenceInGroups, evidenceVisibleTo } from '../evidence.js'
import { plural } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'

const daysNew = 14

/** Consent for somebody's own pieces: taken back of late, or never asked for what the network sees and hears. */
export const consentsToSettle: WaitingKind<Around> = async around => {
  const groupIds = around.enquiries.filter(one => one.standing.member).map(one => one.groupId)
  if (groupIds.length === 0) return []
  return [...(await takenBack(around, groupIds)), ...(await neverAsked(around, groupIds))]
}

async function takenBack({ db, person, enquiries, today }: Around, groupIds: string[]): Promise<Waiting[]> {
  const rows = await evidenceInGroups(db)
    .innerJoin('consents', 'consents.evidenceId', 'evidence.id')
    .select(['evidence.id', 'evidence.number', 'evidence.groupId', 'groups.networkId'])
    .distinct()
    .where('evidence.loggedBy', '=', person.id)
    .where('evidence.groupId', 'in', groupIds)
    .where('evidence.withdrawnAt', 'is', null)
    .where('consents.withdrawnAt', '>=', beginningOf(daysAfter(today, -daysNew)))
    .where('consents.withdrawnBy', '<>', person.id)
    .where('evidence.agreed', '=', 'withdrawn')
    .execute()
  return rows.map(row => ({
    text: takenBackInWords({ group: groupNamed(enquiries, row.groupId), number: row.number }),
    href: `/evidence/${row.id}`,
    action: 'Decide what becomes of it',
    networkId: row.networkId,
  }))
}

async function neverAsked({ db, person, enquiries }: Around, groupIds: string[]): Promise<Waiting[]> {
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.groupId', 'groups.networkId'])
    .where('evidence.loggedBy', '=', person.id)
    .where('evidence.groupId', 'in', groupIds)
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
    )
    .orderBy('evidence.number')
    .execute()
  return groupIds.flatMap(groupId => {
    const own = rows.filter(row => row.groupId === groupId)
    const [first] = own
    if (!first) return []
    return {
      text: neverAskedInWords({ group: groupNamed(enquiries, groupId), number: first.number, count: own.length }),
      href: `/evidence/${first.id}/consent`,
      action: own.length > 1 ? 'Begin with the first' : 'Say who agreed',
      networkId: first.networkId,
    }
  })
}

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
