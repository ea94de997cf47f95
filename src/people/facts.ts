import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to accounts, roles and invitations. The trail tells who, what and which id, never a name or an address. */
export const peopleFacts = {
  'name changed': kind({ audit: 'changed their name' }),
  'email address changed': kind({ audit: 'changed their email address' }),
  'password changed': kind({ audit: 'changed their password' }),
  'password reset': kind({ audit: 'chose a new password by a reset link' }),
  'reset link sent': kind({ audit: 'had a reset link sent' }),
  'reset link made': kind({ audit: 'made a reset link to hand over' }),
  'reset link stopped': kind({ audit: 'made a reset link worth nothing that somebody else had made' }),
  'reset link made on the machine': kind({ audit: 'was made a reset link by whoever has the machine' }),
  'second step set up': kind({ audit: 'set up a second step' }),
  'second step taken off': kind({ audit: 'took off their second step' }),
  'second step taken off for somebody': kind({ audit: 'took off the second step of somebody' }),
  'second step asked of everybody': kind({ audit: 'asked a second step of everybody in the network' }),
  'second step no longer asked of everybody': kind({
    audit: 'no longer asks a second step of everybody in the network',
  }),
  'passkey added': kind({ audit: 'added a passkey' }),
  'passkey removed': kind({ audit: 'removed a passkey' }),
  'passkey refused': kind({ audit: 'was refused a passkey that counted back' }),
  'recovery codes made anew': kind({ audit: 'made their recovery codes anew' }),
  'recovery code used': kind({ audit: 'came in with a recovery code' }),
  'issuer added': kind({ audit: 'began to set up an issuer of accounts' }),
  'issuer changed': kind({ audit: 'changed an issuer of accounts' }),
  'issuer turned on': kind({ audit: 'turned on sign-in with an issuer of accounts' }),
  'issuer turned off': kind({ audit: 'turned off sign-in with an issuer of accounts' }),
  'school account joined': kind<{ issuer: string }>({ audit: 'joined an account of an issuer with theirs' }),
  'school account left': kind<{ issuer: string }>({ audit: 'left an account of an issuer' }),
  'first administrator made': kind({ audit: 'became the first administrator' }),
  'account disabled': kind({ audit: 'disabled the account' }),
  'account enabled': kind({ audit: 'enabled the account again' }),
  'administrator made': kind({ audit: 'made an administrator' }),
  'administrator unmade': kind({ audit: 'ended the administrator’s right' }),
  'role asked for': kind<{ role: string; asked: string }>({ audit: ({ role }) => `asked for the role ${role}` }),
  'role confirmed': kind<{ role: string; asked: string }>({ audit: ({ role }) => `confirmed the role ${role}` }),
  'role refused': kind<{ role: string; asked: string }>({ audit: ({ role }) => `refused the role ${role}` }),
  'role given': kind<{ role: string }>({ audit: ({ role }) => `gave the role ${role}` }),
  'role ended': kind<{ role: string; schoolId?: string | null }>({ audit: ({ role }) => `ended the role ${role}` }),
  invited: kind<{ role: string }>({ audit: ({ role }) => `invited somebody as ${role}` }),
  'invitation sent again': kind({ audit: 'sent an invitation again' }),
  'invitation withdrawn': kind({ audit: 'withdrew an invitation' }),
  'invitation declined': kind({ audit: 'declined an invitation' }),
  'invitation accepted': kind<{ role: string }>({
    says: ({ role }) => `joined as ${role}`,
    audit: ({ role }) => `accepted an invitation as ${role}`,
  }),
  'left with the network': kind({ says: () => 'left the network, and this group with it' }),
  'said to have left the network': kind<{ name: string }>({
    says: ({ name }) => `noted that ${name} has left the network`,
  }),
  'said to have left the school': kind<{ name: string }>({
    says: ({ name }) => `noted that ${name} has left the school for which they took part`,
  }),
  'said to be for another school': kind<{ name: string; school: string }>({
    says: ({ name, school }) => `noted that ${name} takes part for ${school} from now on`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof peopleFacts> {}
}
