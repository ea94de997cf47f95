import type { Db } from '../../database.js'
import { speaks } from '../../database/engine.js'
import { fullTextBy } from './entries.js'
import { fts5 } from './fts5.js'
import type { FullText } from './index-door.js'
import { tsvector } from './tsvector.js'

const ofAFile = fullTextBy(fts5)
const ofAServer = fullTextBy(tsvector)

/** The index of an installation: SQLite’s FTS5 in a file, PostgreSQL’s own text search in a server. */
export function fullTextOf(db: Db): FullText {
  return speaks(db) === 'postgres' ? ofAServer : ofAFile
}
