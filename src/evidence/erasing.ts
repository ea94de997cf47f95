import type Sqlite from 'better-sqlite3'
import type { Store } from '../files/store.js'
import type { ErasingAlong } from './erasing-along.js'

/** What erasing needs besides the database: where the bytes are, the driver that can empty its log, and what later rooms erase along. */
export interface Erasing {
  store: Store
  sqlite: Sqlite.Database
  along: ErasingAlong[]
}
