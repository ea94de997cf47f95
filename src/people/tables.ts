import type { Generated, Selectable } from 'kysely'
import type { ConfirmedRole, GroupRole, NetworkRoleName } from './roles/roles.js'

export interface PersonTable {
  id: string
  name: string
  email: string
  passwordHash: string | null
  createdAt: string
  administratorSince: string | null
  disabledAt: string | null
  disabledBy: string | null
  /** How they like to see evidence; null is the wall (src/evidence/listing/shown-as.ts). */
  evidenceAs: Generated<string | null>
}
export type PersonRow = Selectable<PersonTable>

/** What somebody showed at the door. */
export type CameBy = 'password' | 'passkey' | 'issuer'

export interface SessionTable {
  tokenHash: string
  personId: string
  startedAt: string
  lastSeenAt: string
  /** From this moment on the token is worth nothing; a little ahead when a newer token has just taken its place. */
  endedAt: string | null
  notice: string | null
  /** How it is said: what was done, or what could not be. */
  noticeTone: Generated<'done' | 'waiting'>
  /** The standing of the person when the token was made, in short. */
  rights: Generated<string | null>
  /** What it is signed in with, such as `Firefox on Windows`. */
  browser: Generated<string | null>
  /** Its person is led to the second step before any other page (src/people/second-step). */
  secondStep: Generated<'to set up' | null>
  /** What its person came in by; null where that was not written down yet. */
  cameBy: Generated<CameBy | null>
}
export type Session = Selectable<SessionTable>

export interface SignInAttemptTable {
  id: string
  account: string
  address: string
  failedAt: string
}
export type SignInAttempt = Selectable<SignInAttemptTable>

export interface PasswordResetTable {
  tokenHash: string
  personId: string
  askedAt: string
  expiresAt: string
  usedAt: string | null
  /** Who made the link for somebody else; null when its owner asked for it. */
  madeBy: Generated<string | null>
  /** When a password was chosen with it; `usedAt` alone says that it is worth nothing any more. */
  followedAt: Generated<string | null>
  /** When its owner said that they had read of it. */
  seenAt: Generated<string | null>
}
export type PasswordReset = Selectable<PasswordResetTable>

export interface KeptFormTable {
  id: string
  personId: string
  address: string
  fields: string
  keptAt: string
  givenBackAt: string | null
}
export type KeptForm = Selectable<KeptFormTable>

export interface SentFormTable {
  key: string
  personId: string
  answer: string | null
  sentAt: string
}
export type SentForm = Selectable<SentFormTable>

export interface HandedToPageTable {
  id: string
  sealed: string
  endsAt: string
}

export interface SettingTable {
  key: string
  value: string
}
export type Setting = Selectable<SettingTable>

export interface AuditEntryTable {
  id: string
  at: string
  personId: string | null
  did: string
  aboutKind: string | null
  aboutId: string | null
  networkId: string | null
}
export type AuditEntry = Selectable<AuditEntryTable>

export interface NetworkRoleTable {
  id: string
  networkId: string
  personId: string
  role: NetworkRoleName
  schoolId: string | null
  themeId: string | null
  partnerId: Generated<string | null>
  beganAt: string
  beganBy: string | null
  endedAt: string | null
  endedBy: string | null
}
export type NetworkRole = Selectable<NetworkRoleTable>

/** A role that waits for a second person. Until it is confirmed it stands in no other table, so that it grants nothing. */
export interface RoleConfirmationTable {
  id: string
  networkId: string
  personId: string
  role: ConfirmedRole
  schoolId: string
  askedAt: string
  askedBy: string
  confirmedAt: string | null
  confirmedBy: string | null
  refusedAt: string | null
  refusedBy: string | null
}
export type RoleConfirmation = Selectable<RoleConfirmationTable>

export interface GroupPersonTable {
  id: string
  groupId: string
  personId: string
  role: GroupRole
  schoolId: string | null
  joinedAt: string
  until: string | null
  leftAt: string | null
}
export type GroupPerson = Selectable<GroupPersonTable>

export interface InvitationTable {
  id: string
  tokenHash: string
  email: string
  name: Generated<string>
  networkId: string
  role: NetworkRoleName | GroupRole
  schoolId: string | null
  themeId: string | null
  groupId: string | null
  partnerId: Generated<string | null>
  until: string | null
  invitedBy: string
  invitedAt: string
  expiresAt: string
  /** When its link was last made anew, and by whom. */
  sentAgainAt: Generated<string | null>
  sentAgainBy: Generated<string | null>
  acceptedAt: string | null
  acceptedBy: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}
export type Invitation = Selectable<InvitationTable>

declare module '../database.js' {
  interface Tables {
    people: PersonTable
    sessions: SessionTable
    signInAttempts: SignInAttemptTable
    passwordResets: PasswordResetTable
    keptForms: KeptFormTable
    sentForms: SentFormTable
    handedToPages: HandedToPageTable
    settings: SettingTable
    audit: AuditEntryTable
    networkRoles: NetworkRoleTable
    roleConfirmations: RoleConfirmationTable
    groupPeople: GroupPersonTable
    invitations: InvitationTable
  }
}
