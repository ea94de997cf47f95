import type { House } from '../house.js'
import { askedRoleInWords } from './asked-role-in-words.js'
import { findAskedRole, type WaitingRole } from './confirming-roles.js'
import { roleAnsweredLetter, roleToConfirmLetter } from './letters.js'
import type { Person } from './person.js'

type Posting = Pick<House, 'db' | 'mail' | 'baseUrl'>

/** Writes to those who may confirm a role that was just asked for. */
export async function tellOfAskedRole({ db, mail, baseUrl }: Posting, person: Person, id: string): Promise<void> {
  const asked = await findAskedRole(db, person, id)
  const link = `${baseUrl}/confirmations/${asked.id}`
  for (const { email } of asked.confirmers)
    void mail.send(roleToConfirmLetter(email, { ...asked, words: askedRoleInWords(asked) }, link))
}

/** Writes to whoever asked and whoever it is about, but not to the one who answered. */
export function tellOfAnswer(
  { mail }: Pick<House, 'mail'>,
  asked: WaitingRole,
  by: Person,
  answer: 'confirmed' | 'refused',
): void {
  const words = askedRoleInWords(asked)
  const concerned = [asked.email, asked.askerEmail].filter(email => email !== by.email)
  for (const to of new Set(concerned)) void mail.send(roleAnsweredLetter(to, { ...asked, words }, by.name, answer))
}
