import type { Logger } from 'pino'
import type { LookingThrough } from './backups/looking-through.js'
import type { Db } from './database.js'
import type { Engine } from './database/engine.js'
import type { Store } from './files/store.js'
import type { KeyStore } from './keys/store.js'
import type { Mail } from './mail/mail.js'
import type { TrustedProxy } from './trusted-proxy.js'

/** What the rooms are built on. Every room's routes are handed it once, when the house is put together. */
export interface House {
  db: Db
  /** What SQLite and PostgreSQL do each in their own way. */
  engine: Engine
  /** Where uploaded bytes live. */
  store: Store
  /** The file of keys beside the database: who the pupils are behind their codes. */
  keys: KeyStore
  /** Where withdrawals are written down beside the database; null keeps no journal. */
  journal: string | null
  /** A folder for what can be made again at any time: drawn PDFs. */
  cache: string
  mail: Mail
  log: Logger
  /** What looks through the database now and then, where something does. */
  looking?: LookingThrough
  baseUrl: string
  /** What whoever asks for numbers at /metrics must show; where nothing is said, there are none. */
  metricsToken?: string
  /** Whose word is taken about where requests come from. */
  trustedProxy: TrustedProxy
  /** In the demo alone: everybody as whom one may sign in with one click. */
  cast: CastCorner[] | null
}

/** People of one network, by what they do there. */
export interface CastCorner {
  heading: string
  circles: { heading: string | null; people: { id: string; name: string; is: string }[] }[]
}
