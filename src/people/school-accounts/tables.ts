import type { Generated, Selectable } from 'kysely'
import type { IssuerKind } from './presets.js'

/** Whoever knows the accounts of a school, as the site’s administrators have set it up. */
export interface IssuerTable {
  id: string
  kind: IssuerKind
  /** As it stands on the button. */
  name: string
  /** The issuer’s own address, as it says of itself. */
  address: string
  clientId: string
  /** The secret that it shares with this workbench, sealed under the house’s own. */
  sealedSecret: string | null
  /** Whose addresses may come, with spaces between; empty for all. */
  domains: string
  /** Since when it is taken for asking a second step itself, so that ours is not asked again. */
  asksSecondStepSince: string | null
  /** Since when its button stands at the door. */
  onSince: string | null
  madeAt: string
  madeBy: string
  changedAt: string
}
export type Issuer = Selectable<IssuerTable>

/** An account at an issuer that opens an account here. */
export interface IssuerAccountTable {
  id: string
  issuerId: string
  /** What the issuer calls its person, for ever. */
  subject: string
  personId: string
  /** The address that the issuer told when it was joined. */
  email: string
  joinedAt: string
}

/** Somebody is at the issuer: what must come back with them, once, in the same browser. */
export interface IssuerSignInTable {
  stateHash: string
  browserHash: string
  issuerId: string
  /** The nonce, the verifier and where they are going, sealed under the house’s own secret. */
  sealed: string
  endsAt: string
}

/** Somebody has come back from an issuer, and their account there opens none here yet. */
export interface IssuerArrivalTable {
  tokenHash: string
  issuerId: string
  subject: string
  email: string
  name: Generated<string>
  next: string
  arrivedAt: string
  endsAt: string
}
export type IssuerArrival = Selectable<IssuerArrivalTable>

declare module '../../database.js' {
  interface Tables {
    issuers: IssuerTable
    issuerAccounts: IssuerAccountTable
    issuerSignIns: IssuerSignInTable
    issuerArrivals: IssuerArrivalTable
  }
}
