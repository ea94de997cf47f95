import { accessSync, constants, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join, dirname } from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.js'
import { LookingThrough } from './backups/looking-through.js'
import { isPostgres } from './database/engine.js'
import { lockOn } from './database/lock.js'
import { openDatabase } from './database.js'
import type { Environment } from './environment.js'
import { keepReading } from './evidence/files/reading-files.js'
import { writeReads } from './facts/reads/noting.js'
import { Following } from './facts/following.js'
import { clamdAt } from './files/receiving/scanning.js'
import { openStore } from './files/stores/opening.js'
import { restHeavyWork } from './heavy/resting.js'
import type { CastCorner, House } from './house.js'
import { KeyStore, secretFor } from './keys/store.js'
import { keepTidy } from './housekeeping.js'
import { keepKeeping } from './keeping/keeping.js'
import { mailBy } from './mail/mail.js'
import { keepPosting } from './mail/posting.js'
import { noteReturns } from './mail/returning.js'
import { migrate } from './migrate.js'
import { printSetupCode } from './people/signing-in/setup-code.js'
import { keepSweeping } from './people/sweeping.js'
import { forgetAlongside } from './pdf/forgetting-alongside.js'
import { keepIndexing } from './search/keeping.js'
import { sweepFoldersLeft } from './backups/for-a-while.js'
import { recordAgain } from './recording-again.js'
import { brought } from './rooms.js'
import { version } from './version.js'
import { Connections } from './web/limits/connections.js'
import { keepWritingLetters } from './weekly-letter/keeping.js'
import { makeFolder } from './places-on-disk.js'

/** Everything that makes a workbench the demo. */
export interface Demo {
  /** Where it is left out, the demo is taken as it was filled before. */
  fill?(house: House): Promise<void>
  cast: CastCorner[]
}

export interface Serving {
  house: House
  server: Server
  stop(): Promise<void>
}

/**
 * Opens the database, brings it up to date, and serves until it is told to stop.
 * @param demo what fills it before the first page, and who may be chosen to sign in as; its environment is begun afresh: its
 *   database and uploads are emptied once nobody else is found to be using them
 */
export async function serve(environment: Environment, demo?: Demo): Promise<Serving> {
  process.env.NODE_ENV ??= 'production'
  const log = pino({
    level: process.env.LOG_LEVEL ?? (environment.demo ? 'error' : 'info'),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req', 'res', 'body'],
  })
  await refuseTakenPort(environment)
  makeFolders(environment)
  const inFile = !isPostgres(environment.database)
  const release = inFile ? lockOn(environment.database) : () => undefined
  if (demo?.fill) beginAfresh(environment)
  const store = await openStore(environment, sentence => log.warn(sentence))
  if (environment.scanner) store.scan = clamdAt(environment.scanner)
  const { db, engine } = openDatabase(environment.database)
  // A server looks after its own files.
  const looking = inFile ? new LookingThrough(environment.database, log) : undefined
  await looking?.begin(10)
  const migrations = await migrate({ db, engine })
  if (migrations.length > 0) log.info({ migrations }, 'brought the database up to date')
  await engine.runsAs(version)
  const keys = await new KeyStore(environment.keys, secretFor(environment.keys)).open()
  const server = createServer({
    connectionsCheckingInterval: 1000,
    headersTimeout: 10_000,
    requestTimeout: 600_000,
    keepAliveTimeout: 5000,
  })
  server.maxConnections = 1000
  const connections = new Connections(server)

  const house: House = {
    db,
    engine,
    store,
    keys,
    journal: `${environment.beside}.withdrawals`,
    cache: join(dirname(environment.beside), 'cache'),
    mail: mailBy(environment, log, noteReturns(db)),
    log,
    ...(looking ? { looking } : {}),
    baseUrl: environment.baseUrl,
    ...(environment.metricsToken ? { metricsToken: environment.metricsToken } : {}),
    trustedProxy: environment.trustedProxy,
    cast: demo?.cast ?? null,
  }
  await demo?.fill?.(house)
  sweepFoldersLeft(dirname(environment.beside))
  const again = await recordAgain(house, `${environment.beside}.withdrawals`)
  if (again.withdrawals > 0)
    log.warn({ withdrawals: again.withdrawals }, 'recorded withdrawals and erasures again that came after the backup')
  if (again.lines > 0) log.warn({ lines: again.lines }, 'erased again what had been erased after the backup')
  if (again.pupils > 0) log.warn({ pupils: again.pupils }, 'erased pupils again who had been erased after the backup')
  const stopSweeping = await keepSweeping(house, error => log.error({ err: error }, 'sweeping failed'))

  const stopLooking = looking?.keepLooking()
  const stopTidying = keepTidy(house)
  const stopForgetting = inFile ? undefined : forgetAlongside(house, brought.facts)
  const stopIndexing = keepIndexing(house, brought.searchables)
  const stopReading = keepReading(house)

  const following = new Following(house, brought.followers)

  const port = await listen(server, environment)
  // Any free port was asked for: people reach the one that was given.
  house.baseUrl = house.baseUrl.replace(/:0$/, `:${port}`)
  following.start()
  const stopWriting = keepWritingLetters(house, brought)
  const stopPosting = keepPosting(house, brought)
  const stopKeeping = keepKeeping(house, brought)
  connections.answerBy(createApp(house, following))
  const host = environment.host === '127.0.0.1' ? 'localhost' : environment.host
  process.stdout.write(`The Enquiry Workbench is open at http://${host.includes(':') ? `[${host}]` : host}:${port}\n`)
  if (!demo) await printSetupCode(db, house.baseUrl)

  const stop = once(async () => {
    stopSweeping()
    stopTidying()
    stopForgetting?.()
    stopLooking?.()
    await withinSeconds(5, stopWriting())
    await withinSeconds(5, stopPosting())
    await withinSeconds(5, stopKeeping())
    await stopIndexing()
    await connections.close(10_000)
    await withinSeconds(5, following.stop())
    await withinSeconds(
      5,
      writeReads(db).catch((error: unknown) => log.error({ err: error }, 'who read what could not be written down')),
    )
    await withinSeconds(5, house.mail.settled?.())
    await Promise.all([stopReading(), restHeavyWork()])
    await engine.rest()
    await keys.close()
    await db.destroy()
    release()
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not close well')
          process.exit(1)
        },
      )
    })
  }
  return { house, server, stop }
}

/** @throws a sentence when the database or the uploads have nowhere to be */
function makeFolders({ beside, uploads }: Environment): void {
  for (const [name, folder] of [
    ['DATABASE_URL', dirname(beside)],
    ['UPLOADS_DIR', uploads],
  ] as const) {
    try {
      makeFolder(folder)
      accessSync(folder, constants.W_OK)
    } catch {
      throw new Error(`${name} needs the folder ${folder}, but it cannot be made or written to.`)
    }
  }
}

function beginAfresh({ beside, uploads }: Environment): void {
  for (const end of ['', '-wal', '-shm', '.stamp', '.withdrawals']) rmSync(beside + end, { force: true })
  for (const end of ['', '-wal', '-shm', '.secret'])
    rmSync(`${beside.replace(/\.db$/, '')}.keys.db${end}`, { force: true })
  rmSync(uploads, { recursive: true, force: true })
}

/** Before anything is made: whoever starts a second workbench by mistake finds nothing of it afterwards. @throws a sentence */
async function refuseTakenPort({ port, host }: Environment): Promise<void> {
  const trying = createServer()
  await listen(trying, { port, host })
  await new Promise(closed => trying.close(closed))
}

/** @returns the port that was given */
function listen(server: Server, { port, host }: Pick<Environment, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, port, host)))
    server.listen(port, host, () => {
      const at = server.address()
      resolve(typeof at === 'object' && at ? at.port : port)
    })
  })
}

function inWords(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`)
  if (error.code === 'EACCES')
    return new Error(`PORT ${port} may not be used by this account. Set PORT to a number above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`HOST ${host} is not an address of this machine. Set HOST to 127.0.0.1 or one that it has.`)
  return error
}

async function withinSeconds(seconds: number, work: Promise<void> | undefined): Promise<void> {
  let late: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise(resolve => (late = setTimeout(resolve, seconds * 1000)))])
  clearTimeout(late)
}

function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let acting: Promise<Result> | undefined
  return () => (acting ??= act())
}
