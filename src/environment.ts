import { isAbsolute, join, resolve } from 'node:path'
import { isPostgres } from './database/engine.js'
import { type BucketAddress, bucketAddressIn } from './files/stores/bucket-address.js'
import { type ScannerAddress, scannerAddressIn } from './files/receiving/scanning.js'
import { root } from './root.js'
import { onThisMachine, type TrustedProxy, trustedProxyIn } from './trusted-proxy.js'

export interface Environment {
  port: number
  host: string
  /** Absolute path of the SQLite file, or the address of a PostgreSQL database. */
  database: string
  /** What stands beside the database has this path, and an ending of its own: keys, journal, cache. */
  beside: string
  /** Where the names behind pupils’ codes are kept: the path of a SQLite file, or the address of a PostgreSQL database. */
  keys: string
  /** Absolute path of the folder that holds uploaded bytes; where there is a bucket, only those on their way. */
  uploads: string
  /** The bucket of an object store that holds them, or null for the folder. */
  bucket: BucketAddress | null
  /** What looks for viruses in every file that comes in, or null where nothing does. */
  scanner: ScannerAddress | null
  /** Where people reach the workbench, without a slash at the end. */
  baseUrl: string
  smtpUrl: string | null
  /** Under which backups are sealed, or null where they are kept as they are. */
  backupPassphrase: string | null
  /** What whoever asks for numbers at /metrics must show, or null where nobody may. */
  metricsToken: string | null
  /** Whose word is taken about where requests come from. */
  trustedProxy: TrustedProxy
  /** One-click sign-in as anyone of the cast; loopback only. */
  demo: boolean
}

export class WrongEnvironment extends Error {}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Reads the environment variables of PRODUCT §1.
 * @throws WrongEnvironment with every mistake, one sentence a line.
 */
export function readEnvironment(env: Record<string, string | undefined>, demo = false): Environment {
  const mistakes: string[] = []
  const port = Number(env.PORT || '3000')
  if (!/^\d{1,5}$/.test(env.PORT || '3000') || port > 65535) {
    mistakes.push(`PORT must be a whole number from 0 to 65535, but it is "${env.PORT}".`)
  }

  const host = env.HOST || '127.0.0.1'
  if (/[\s/]/.test(host))
    mistakes.push(`HOST must be a host name or address without spaces or slashes, but it is "${host}".`)
  if (demo && !loopback.has(host)) {
    mistakes.push(
      `The demo signs anyone in with one click, so HOST must be 127.0.0.1, ::1 or localhost, but it is "${host}".`,
    )
  }

  const databaseUrl = env.DATABASE_URL || 'sqlite:data/workbench.db'
  if (!isPostgres(databaseUrl) && (!databaseUrl.startsWith('sqlite:') || databaseUrl === 'sqlite:')) {
    mistakes.push(
      `DATABASE_URL must start with "sqlite:" followed by a file, such as sqlite:data/workbench.db, or be the address of a PostgreSQL database, such as postgres://workbench@db.example.org/workbench, but it is "${databaseUrl}".`,
    )
  }

  for (const name of ['DATABASE_URL', 'KEYS_URL'] as const)
    if (env[name] && isPostgres(env[name]) && !namesDatabase(env[name]))
      mistakes.push(
        `${name} must be a PostgreSQL address that names a database, such as postgres://workbench@db.example.org:5432/workbench; signs in a password that are not letters are written as %40 and the like.`,
      )

  const keysUrl = env.KEYS_URL || null
  if (keysUrl !== null && !isPostgres(keysUrl) && !/^sqlite:./.test(keysUrl)) {
    mistakes.push(
      `KEYS_URL must start with "sqlite:" followed by a file, or be the address of a PostgreSQL database of its own, but it is "${keysUrl}".`,
    )
  }
  if (keysUrl !== null && keysUrl === databaseUrl) {
    mistakes.push('KEYS_URL and DATABASE_URL are the same. The names behind the codes need a database of their own.')
  }
  if (keysUrl !== null && isPostgres(keysUrl) && !env.KEYS_SECRET) {
    mistakes.push(
      'KEYS_URL names a server, so KEYS_SECRET must be set: the secret that the names are sealed under, the same for each instance, and kept apart from the database.',
    )
  }

  const bucket = env.FILES_URL ? bucketAddressIn(env.FILES_URL, env.AWS_REGION) : null
  if (typeof bucket === 'string') mistakes.push(bucket)

  const scanner = env.SCAN_URL ? scannerAddressIn(env.SCAN_URL) : null
  if (scanner === undefined) {
    mistakes.push(
      `SCAN_URL must be where ClamAV’s clamd listens, such as clamd://127.0.0.1:3310 or clamd:/run/clamav/clamd.ctl, but it is "${env.SCAN_URL}".`,
    )
  }

  const baseUrl = env.BASE_URL || `http://localhost:${port}`
  if ((env.BASE_URL || mistakes.length === 0) && !isWebAddress(baseUrl)) {
    mistakes.push(
      `BASE_URL must be the address people type, such as https://workbench.example.org, but it is "${baseUrl}".`,
    )
  }

  const smtpUrl = env.SMTP_URL || null
  if (smtpUrl !== null && !namesMailServer(smtpUrl)) {
    mistakes.push(
      'SMTP_URL must start with smtp:// or smtps:// and name a mail server, such as smtp://mail.example.org:587.',
    )
  }

  if (env.LOG_LEVEL && !logLevels.includes(env.LOG_LEVEL)) {
    mistakes.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, but it is "${env.LOG_LEVEL}".`)
  }

  const metricsToken = env.METRICS_TOKEN || null
  if (metricsToken !== null && !/^[\x21-\x7e]{16,}$/.test(metricsToken)) {
    mistakes.push(
      'METRICS_TOKEN must be at least 16 letters, figures and signs without spaces, such as what `openssl rand -hex 24` prints.',
    )
  }

  const backupPassphrase = env.BACKUP_PASSPHRASE || null
  if (backupPassphrase !== null && backupPassphrase.length < 16)
    mistakes.push('BACKUP_PASSPHRASE must have at least 16 letters, such as what `openssl rand -base64 24` prints.')

  const trustedProxy = env.TRUST_PROXY ? trustedProxyIn(env.TRUST_PROXY) : onThisMachine
  if (trustedProxy === undefined) {
    mistakes.push(
      `TRUST_PROXY must be none, loopback, how many web servers stand in front (1 to 9), or their addresses with commas between, such as 10.0.0.2, 10.1.0.0/16, but it is "${env.TRUST_PROXY}".`,
    )
  }

  if (mistakes.length > 0 || trustedProxy === undefined || typeof bucket === 'string')
    throw new WrongEnvironment(mistakes.join('\n'))
  return {
    port,
    host,
    ...placesOf(databaseUrl, keysUrl, env.DATA_DIR || 'data'),
    uploads: fromRoot(env.UPLOADS_DIR || 'uploads'),
    bucket,
    scanner: scanner ?? null,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    smtpUrl,
    metricsToken,
    backupPassphrase,
    trustedProxy,
    demo,
  }
}

/** A file has what belongs to it beside it; what belongs to a server’s database stands in a folder of its own. */
function placesOf(
  databaseUrl: string,
  keysUrl: string | null,
  folder: string,
): Pick<Environment, 'database' | 'beside' | 'keys'> {
  const database = placeOf(databaseUrl)
  const beside = isPostgres(database) ? join(fromRoot(folder), 'workbench') : database
  return { database, beside, keys: keysUrl === null ? `${beside.replace(/\.db$/, '')}.keys.db` : placeOf(keysUrl) }
}

function namesDatabase(address: string): boolean {
  try {
    const { hostname, pathname } = new URL(address)
    return hostname !== '' && pathname.length > 1
  } catch {
    return false
  }
}

function placeOf(url: string): string {
  return isPostgres(url) ? url : fromRoot(url.replace(/^sqlite:/, ''))
}

function namesMailServer(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address)
    return /^smtps?:$/.test(protocol) && hostname !== '' && !/\s/.test(address)
  } catch {
    return false
  }
}

function isWebAddress(address: string): boolean {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  } catch {
    return false
  }
}

function fromRoot(path: string): string {
  return isAbsolute(path) ? path : resolve(root, path)
}
