import type { KeyStore } from '../keys/store.js'
import type { DataRequest } from './tables.js'

/** A code of a pupil: it stands for one pupil in one group. */
export interface CodeInGroup {
  groupId: string
  code: string
}

/** Something that was written down while a case was dealt with. */
export interface Note {
  at: string
  by: string
  words: string
}

/** Whether somebody was told, when, and why or why not. */
export interface Told {
  told: 'yes' | 'no'
  because: string
}

/** The words of a case. Which of them there are depends on its kind. */
export interface Said {
  /** The names that are looked for, as whoever asks wrote them; the first is the whole name. */
  names: string[]
  codes: CodeInGroup[]
  /** Who asks, and how they can be reached. */
  askedBy: string
  contact: string
  /** What they ask for, what they complain of, or what happened. */
  words: string
  identity: string
  extendedBecause: string
  /** Words that are masked besides, marked by hand. */
  masks: string[]
  whose: string
  risk: string
  toldOffice: Told | null
  toldPeople: Told | null
  outcome: string
  notes: Note[]
}

export const nothingSaid: Said = {
  ...{ names: [], codes: [], askedBy: '', contact: '', words: '', identity: '', extendedBecause: '', masks: [] },
  ...{ whose: '', risk: '', toldOffice: null, toldPeople: null, outcome: '', notes: [] },
}

/**
 * The words of a case are sealed under the secret of the keys, bound to it: a pupil's name is not to lie about in the main
 * database because somebody asked after it.
 */
export function sealedFor(keys: KeyStore, id: string, said: Said): string {
  return keys.seal(`data request ${id}`, JSON.stringify(said))
}

/** What a case says; nothing where its words were erased, or were sealed under another secret. */
export function saidIn(keys: KeyStore, { id, sealed }: Pick<DataRequest, 'id' | 'sealed'>): Said {
  const words = sealed === null ? null : keys.unseal(`data request ${id}`, sealed)
  return words === null ? nothingSaid : { ...nothingSaid, ...(JSON.parse(words) as Partial<Said>) }
}
