import type { Db, Trx } from '../database.js'
import type { House } from '../house.js'
import type { GraveAct } from './tables.js'

/** What somebody asks for. */
export type Asked = Pick<GraveAct, 'ofId' | 'networkId' | 'askedBy'>

/** A grave act with the names of those who have spoken about it. */
export interface NamedAct extends GraveAct {
  asker: string
  agreer: string | null
  stopper: string | null
}

/** How one is read, by a person or in a letter. */
export interface GraveWords {
  /** `About the account of Sam Okafor` */
  title: string
  /** `Alex Morgan asks to take off your second step.` */
  asked: string
  /** What comes, to which the moment is added: `Your second step will be taken off` */
  comes: string
  /** What is so when it was stopped: `Your second step stays as it is` */
  stays: string
  /** What it leads to, a sentence each, for those who agree to it. */
  leadsTo: string[]
  /** What whoever agrees does first. */
  beforeAgreeing: string
  /** What else those whom it touches should know; empty for everybody else. */
  forThem: string
}

/** What is so of a kind until it is carried out. */
export interface GraveRules {
  /** As its rows and the audit trail name it: `second step taken off`. */
  name: string
  /** What it is done to, as facts say it: `person`. */
  about: string
  /**
   * Seconds that it waits once a second person has agreed, and where there is nobody who could; null where it is never done
   * without one.
   */
  waits: { agreed: number; alone: number | null }
  /** Those who may be the second person. Whoever asked, and accounts younger than a week, are left out in any case. */
  whoAgrees(db: Db, asked: Asked): Promise<string[]>
  /** Whom it touches: told at every turn, also of what they did themselves. */
  whomItTouches(db: Db, asked: Asked): Promise<string[]>
  /** Everybody else who is told once it is agreed to. */
  whoIsTold(db: Db, asked: Asked): Promise<string[]>
  /** Undefined where it has nothing to be done to any more. @param reader the id of whoever reads it */
  words(db: Db, act: NamedAct, reader: string): Promise<GraveWords | undefined>
  /** A page of its own, on which it is read, agreed to and stopped by rules of its own; else `/grave-acts/:act`. */
  page?(act: Pick<GraveAct, 'ofId' | 'networkId'>): string
  /** Administrators of the site read and stop it too. */
  administratorsToo?: true
}

/**
 * A kind of grave act, as the room to which it belongs declares it. Whoever asks calls `askForGraveAct` with it; everything
 * else (letters, Your day, waiting, stopping, carrying out) is the same for all kinds.
 */
export interface GraveKind extends GraveRules {
  carriesOut: CarryingOut
}

export type CarryingOut =
  /** At once, in the transaction that notes it as done. A `Conflict` says that there is nothing to do any more. */
  | { inOne(trx: Trx, act: GraveAct): Promise<void> }
  /** In many steps, which can be begun again from the beginning. */
  | { inSteps(house: Pick<House, 'db' | 'engine'>, act: GraveAct): Promise<void> }
  /** By whoever asked, with `carryOutAsAsked`, on a page of its room. */
  | { byAsker: { action: string; at(act: GraveAct): string } }

/** @throws where no room brings a kind of this name */
export function graveKind(kinds: GraveKind[], name: string): GraveKind {
  const found = kinds.find(one => one.name === name)
  if (!found) throw new Error(`no room brings the grave act “${name}”`)
  return found
}

/** Where it is read. */
export function pageOf(kind: GraveRules, act: Pick<GraveAct, 'id' | 'ofId' | 'networkId'>): string {
  return kind.page?.(act) ?? `/grave-acts/${act.id}`
}
