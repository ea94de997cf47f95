import type { SingleKey } from '../help/keys.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { AuditLine } from './administration/audit-trail.js'
import type { CastCorner } from '../house.js'
import type { InvitationInWords } from './invitations/invitations-in-words.js'
import type { Account } from './administration/administering.js'
import type { WaitingRole } from './roles/confirming-roles.js'
import type { OpenSession } from './account/open-sessions.js'
import type { IssuerButton } from './school-accounts/issuers.js'
import type { JoinedAccount } from './school-accounts/joining.js'
import type { ResetLinkMade } from './passwords/reset-links-made.js'
import type { SecondStep } from './second-step/second-step.js'
import type { StepNow } from './second-step/step-now.js'
import type { SecondStepTakenOff } from './second-step/taken-off.js'

export interface SignInPage {
  title: string
  form: FormState
  next: string
  /** Somebody's words wait for them behind this door. */
  wordsWait: boolean
  signedOut: boolean
  /** What went wrong with another way in, in a sentence. */
  trouble: string | null
  /** Where people's own accounts are: a button each. */
  issuers: IssuerButton[]
  /** Browsers know passkeys at this address. */
  passkeys: boolean
  /** The demo's cast; null where people sign in with passwords only. */
  cast: CastCorner[] | null
}

export interface ForgottenPage {
  title: string
  form: FormState
  /** Whether mail leaves this house. */
  mailed: boolean
  asked: boolean
}

export interface NewPasswordPage {
  title: string
  form: FormState
  address: string
  email: string
}

export interface OverPage {
  title: string
  sentences: string[]
  action: { href: string; text: string }
}

export interface SetupPage {
  title: string
  form: FormState
}

export interface HandOverLinkPage {
  title: string
  name: string
  address: string
  back: { href: string; text: string }
  /** Whether letters leave: then the link goes to its owner alone. */
  mailed: boolean
  /** Known only where it was just made, and only where no letters leave. */
  link: string | null
}

export interface AccountPage {
  title: string
  nameForm: FormState
  emailForm: FormState
  passwordForm: FormState
  /** Letters to the address come back. */
  returns: boolean
  email: string
  roles: { words: string; network: string; since: string }[]
  groups: { id: string; name: string; role: string; until: string | null; since: string }[]
  isAdministrator: boolean
  /** What is asked after the password; null for whoever has none. */
  secondStep: SecondStep | null
  /** Passkeys work at this address. */
  passkeysWork: boolean
  /** With which accounts of their school they come in, and with which they could. */
  joined: JoinedAccount[]
  issuers: IssuerButton[]
  /** They have a password; whoever comes in another way may have none. */
  hasPassword: boolean
  /** Those that others took off. */
  secondStepsTakenOff: SecondStepTakenOff[]
  /** Where they are signed in. */
  sessions: OpenSession[]
  /** Links to a new password that others had made for them. */
  resetLinks: ResetLinkMade[]
  /** Keys that can be switched off. */
  keys: readonly SingleKey[]
}

/** Asked after a right password, or after an issuer of accounts. */
export interface SecondStepAtDoorPage {
  title: string
  form: FormState
  step: StepNow
  byIssuer: boolean
}

/** Before it is set up. */
export interface SecondStepPage {
  title: string
  form: FormState
  next: string
  /** Who asks for it, in a sentence; null where it is their own wish. */
  because: string | null
  /** They were led here, and no other page opens. */
  waits: boolean
  /** Until when it can be put off; null where it cannot, and where nothing waits. */
  until: string | null
  asksPassword: boolean
  /** Passkeys work at this address. */
  passkeys: boolean
}

export interface SecondStepAppPage {
  title: string
  form: FormState
  address: string
  /** What the app is told, as letters to type, as an address to open, and as a square to be read. */
  secret: string
  inApp: string
  square: { size: number; path: string }
}

export interface RecoveryCodesPage {
  title: string
  codes: string[]
  next: string
}

/** The password and the step as it is now, before something about it is changed. */
export interface SecondStepChangingPage {
  title: string
  lede: string
  button: string
  address: string
  form: FormState
  asksPassword: boolean
  step: StepNow
}

export interface InvitationPage {
  title: string
  form: FormState
  invitation: InvitationInWords
  role: string
  means: string
  address: string
  /** Who is signed in, if anybody; with another address they are told what to do. */
  as: { name: string; another: string | null } | null
  /** Letters leave the house. */
  mailed: boolean
  /** Nobody is signed in, and the address invited has an account. */
  hasAccount: boolean
  /** Where somebody new may have an account of their school. */
  issuers: IssuerButton[]
  /** Somebody new has come back from an issuer; with another address they are told what to do. */
  arrived: { issuer: string; email: string; another: string | null } | null
  /** To choose from, where the role needs a school and the invitation names none. */
  schools: { value: string; text: string }[] | null
}

/** A role that waits for a second person. */
export interface ConfirmationPage {
  title: string
  asked: WaitingRole
  role: string
  means: string
  address: string
  /** Those who may confirm it, as a list in words. */
  who: string
  isMine: boolean
  /** The reader looks after the site. */
  administers: boolean
  isMe: boolean
  may: { confirm: boolean; refuse: boolean }
  /** How it was answered; null as long as it waits. */
  over: string | null
  /** Other roles that wait for this person. */
  others: WaitingRole[]
}

export interface KeptFormPage {
  title: string
  address: string
  keptAt: string
  words: { label: string; text: string }[]
  /** What was ticked and chosen, as the form sends it. */
  choices: { label: string; text: string }[]
  fields: { name: string; value: string }[]
  sendingKey: string
  withFiles: boolean
  filesLost: boolean
  removal: string
}

export interface AdministrationPeoplePage {
  title: string
  tabs: { href: string; text: string; current: boolean }[]
  people: PageOf<Account>
  words: string
  /** `administrators` or `disabled`, where only those are asked for. */
  only: string
}

export interface AdministrationPersonPage {
  title: string
  person: Account
  isMe: boolean
  lastAdministrator: boolean
  /** They have a second step. */
  secondStep: boolean
  /** Where it is asked already to take it off; null where it is not. */
  asked: string | null
  /** A new password may be seen to by this administrator. */
  mayHelp: boolean
}

export interface AdministrationActPage {
  title: string
  heading: string
  what: string[]
  undo: string
  button: string
  danger: boolean
  address: string
  back: { href: string; text: string }
  /** What is asked for a reason; null where none has to be given. */
  reason: { name: string; label: string; hint: string } | null
  form: FormState
}

export interface AdministrationNetworksPage {
  title: string
  tabs: { href: string; text: string; current: boolean }[]
  networks: { id: string; name: string; createdAt: string; leaders: string }[]
}

export interface AdministrationAuditPage {
  title: string
  tabs: { href: string; text: string; current: boolean }[]
  lines: PageOf<AuditLine>
  person: string
  about: string
}

export interface PlainPage {
  title: string
}

export interface WhoSeesWhatPage {
  title: string
  kinds: {
    id: string
    name: string
    /** The reader is one of them. */
    isMine: boolean
    lines: { resource: string; rights: string[] }[]
    /** What does not exist for them. */
    nothing: string[]
  }[]
}

declare module '../web/show.js' {
  interface Pages {
    'people/sign-in': SignInPage
    'people/forgotten-password': ForgottenPage
    'people/new-password': NewPasswordPage
    'people/over': OverPage
    'people/setup': SetupPage
    'people/hand-over-link': HandOverLinkPage
    'people/account': AccountPage
    'people/second-step-at-door': SecondStepAtDoorPage
    'people/second-step': SecondStepPage
    'people/second-step-app': SecondStepAppPage
    'people/second-step-changing': SecondStepChangingPage
    'people/recovery-codes': RecoveryCodesPage
    'people/invitation': InvitationPage
    'people/confirmation': ConfirmationPage
    'people/kept-form': KeptFormPage
    'people/administration': AdministrationPeoplePage
    'people/administration-person': AdministrationPersonPage
    'people/administration-act': AdministrationActPage
    'people/administration-networks': AdministrationNetworksPage
    'people/administration-audit': AdministrationAuditPage
    'people/about': PlainPage
    'people/accessibility': PlainPage
    'people/privacy': PlainPage
    'people/who-sees-what': WhoSeesWhatPage
  }
}
