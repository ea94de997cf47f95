import type { FormState } from '../../web/read.js'
import type { IssuerWithPeople } from './issuers.js'
import type { JoinedAccount } from './joining.js'

interface Choice {
  value: string
  text: string
  hint: string
}

export interface IssuersPage {
  title: string
  tabs: { href: string; text: string; current: boolean }[]
  issuers: IssuerWithPeople[]
}

export interface IssuerNewPage {
  title: string
  kinds: Choice[]
  form: FormState
}

export interface IssuerPage {
  title: string
  issuer: IssuerWithPeople
  form: FormState
  hint: string
  looksLike: string
  /** The address that the issuer must know beforehand, and to which it sends people back. */
  back: string
  hasSecret: boolean
  /** All of it is there, so that it can be tried and turned on. */
  isReady: boolean
  address: string
}

/** Somebody has come back from an issuer, and their account there opens none here yet. */
export interface ArrivedPage {
  title: string
  issuer: string
  email: string
  hasAccount: boolean
  signIn: string
}

export interface JoiningPage {
  title: string
  issuer: string
  /** As the issuer knows them. */
  email: string
  /** As they are known here. */
  own: string
  form: FormState
  asksPassword: boolean
}

export interface LeavingSchoolAccountPage {
  title: string
  one: JoinedAccount
}

declare module '../../web/show.js' {
  interface Pages {
    'people/issuers': IssuersPage
    'people/issuer-new': IssuerNewPage
    'people/issuer': IssuerPage
    'people/arrived': ArrivedPage
    'people/joining': JoiningPage
    'people/leaving-school-account': LeavingSchoolAccountPage
  }
}
