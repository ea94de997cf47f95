import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { pino } from 'pino'
import { createApp } from './app.js'
import { openDatabase } from './database.js'
import type { Environment } from './environment.js'
import { folderStore } from './files/store.js'
import type { House } from './house.js'
import { mailBy } from './mail/mail.js'
import { migrate } from './migrate.js'
import { printSetupCode } from './people/setup-code.js'

export interface Serving {
  house: House
  server: Server
  stop(): Promise<void>
}

/**
 * Opens the database, brings it up to date, and serves until it is told to stop.
 * @param prepare what must be true before the first page, such as the demo's cast; an environment that is prepared is
 *   begun afresh: its database and uploads are emptied once nobody else is found to be using them
 */
export async function serve(environment: Environment, prepare?: (house: House) => Promise<void>): Promise<Serving> {
  process.env.NODE_ENV ??= 'production'
  const log = pino({
    level: process.env.LOG_LEVEL ?? (environment.demo ? 'error' : 'info'),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req', 'res', 'body'],
  })
  const release = onlyOne(environment.database)
  if (prepare) beginAfresh(environment)
  const { db, sqlite } = openDatabase(environment.database)
  await migrate({ db, sqlite })
  const house: House = {
    db,
    sqlite,
    store: folderStore(environment.uploads),
    cache: join(dirname(environment.database), 'cache'),
    mail: mailBy(environment.smtpUrl, `Enquiry Workbench <no-reply@${new URL(environment.baseUrl).hostname}>`, log),
    log,
    baseUrl: environment.baseUrl,
    demo: environment.demo,
  }
  await prepare?.(house)

  const server = createServer(
    { connectionsCheckingInterval: 1000, headersTimeout: 10_000, requestTimeout: 600_000, keepAliveTimeout: 5000 },
    createApp(house),
  )
  server.maxConnections = 1000
  await listen(server, environment)
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : environment.port
  process.stdout.write(
    `The Enquiry Workbench is open at http://${environment.host === '127.0.0.1' ? 'localhost' : environment.host}:${port}\n`,
  )
  if (!environment.demo) await printSetupCode(db, environment.baseUrl)

  const stop = once(async () => {
    await close(server)
    await db.destroy()
    release()
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  return { house, server, stop }
}

function beginAfresh({ database, uploads }: Environment): void {
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true })
  rmSync(uploads, { recursive: true, force: true })
}

function listen(server: Server, { port, host }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`)
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })
}

/** Requests in flight may finish, for ten seconds at most. */
function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** A second workbench on the same database refuses to start; the lock falls with the process, however it ends. */
function onlyOne(database: string): () => void {
  if (database === ':memory:') return () => undefined
  const { sqlite } = openDatabase(database)
  sqlite.close()
  const lock = new Sqlite(`${database}.lock`, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Error(
      `Another workbench is already running on ${database}. Stop that one first, or set DATABASE_URL to another file.`,
    )
  }
  return () => lock.close()
}

function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let acting: Promise<Result> | undefined
  return () => (acting ??= act())
}
