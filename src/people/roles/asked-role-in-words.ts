import { roleInWords } from '../invitations/invitations-in-words.js'
import type { ConfirmedRole } from './roles.js'

/** `headteacher of Ysgol y Bryn`, `a data lead of Weir Lane Primary` */
export function askedRoleInWords({ role, school }: { role: ConfirmedRole; school: string }): string {
  return roleInWords({ role, schoolName: school, themeName: null, groupName: null })
}
