import type { Db } from '../../database.js'
import { withArticle } from '../roles/roles.js'
import type { Invitation } from '../tables.js'

export const daysOpen = 7

/** An invitation with the names of what it is to. */
export interface InvitationInWords extends Invitation {
  inviter: string
  networkName: string
  schoolName: string | null
  themeName: string | null
  groupName: string | null
  partnerName: string | null
}

/** Every invitation, with the names around it. */
export function invitationsInWords(db: Db) {
  return db
    .selectFrom('invitations')
    .innerJoin('people as inviters', 'inviters.id', 'invitations.invitedBy')
    .innerJoin('networks', 'networks.id', 'invitations.networkId')
    .leftJoin('schools', 'schools.id', 'invitations.schoolId')
    .leftJoin('themes', 'themes.id', 'invitations.themeId')
    .leftJoin('groups', 'groups.id', 'invitations.groupId')
    .leftJoin('partners', 'partners.id', 'invitations.partnerId')
    .selectAll('invitations')
    .select([
      'inviters.name as inviter',
      'networks.name as networkName',
      'schools.name as schoolName',
      'themes.name as themeName',
      'groups.name as groupName',
      'partners.name as partnerName',
    ])
}

/** `headteacher of Ysgol y Bryn`, `a facilitator of the group Reading by choice`. */
export function roleInWords(
  invitation: Pick<InvitationInWords, 'role' | 'schoolName' | 'themeName' | 'groupName'> &
    Partial<Pick<InvitationInWords, 'partnerName'>>,
): string {
  const { role, schoolName, themeName, groupName, partnerName } = invitation
  if (groupName)
    return `${role === 'lead learner' ? role : `a ${role}`} ${role === 'volunteer' ? 'in' : 'of'} the group ${groupName}`
  if (themeName) return `a ${role} for the theme ${themeName}`
  const name = role === 'headteacher' ? role : withArticle(role)
  if (partnerName) return `${name} from ${partnerName}`
  return schoolName ? `${name} of ${schoolName}` : name
}

/** How a fact knows an invitation. */
export function aboutInvitation({ id, networkId }: Pick<Invitation, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'invitation', aboutId: id }
}
