import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

const { path } = workerData as { path: string }

function looked(): string {
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

parentPort!.postMessage(looked())
