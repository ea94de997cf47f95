import Sqlite from 'better-sqlite3'

/** @returns `ok`, or what is wrong with the database */
export default function look({ path }: { path: string }): string {
  try {
    const sqlite = new Sqlite(path, { readonly: true, timeout: 5000 })
    try {
      return String(sqlite.pragma('quick_check(1)', { simple: true }))
    } finally {
      sqlite.close()
    }
  } catch (error) {
    return String(error)
  }
}
