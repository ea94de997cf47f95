import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A group that the person of this device may log to, with what the form asks about it. */
export interface Place {
  group: string
  name: string
  stage: string
  school: string | null
  schools: { value: string; text: string }[]
}

/** What the device knows of its person until they sign out. With the public key things can be sealed, never opened. */
export interface Places {
  person: string
  publicKey: JsonWebKey
  audience: 'author' | 'group'
  places: Place[]
}

/** A file of a capture. Its name is sealed with the words; here only what its line says of it. */
export interface Part {
  part: string
  called: string
  bytes: number
}

/** A capture that waits. Nothing of it can be read without the key that the workbench keeps for its person. */
export interface Queued {
  capture: string
  person: string
  keptAt: number
  /** What the key is found by, with the private half. */
  opening: ArrayBuffer
  words: ArrayBuffer
  parts: Part[]
  /** What its person has to settle before it is sent again. */
  needs: string | null
}

interface Device extends DBSchema {
  known: { key: 'places'; value: Places }
  captures: { key: string; value: Queued }
  chunks: { key: [capture: string, part: number, chunk: number]; value: ArrayBuffer }
}

let opened: Promise<IDBPDatabase<Device>> | undefined

export function device(): Promise<IDBPDatabase<Device>> {
  opened ??= openDB<Device>('workbench', 1, {
    upgrade(db) {
      db.createObjectStore('known')
      db.createObjectStore('captures', { keyPath: 'capture' })
      db.createObjectStore('chunks')
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

/** From the first to the last chunk of a capture. */
export function chunksOf(capture: string): IDBKeyRange {
  return IDBKeyRange.bound([capture], [capture, []])
}
