import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts } from './free-ports.js'

/** OpenStack’s Swift, which speaks S3 too, as Debian has it: one machine, one copy, in a folder that goes with it. */
export interface ObjectStoreServer {
  endpoint: string
  /** What Swift lets one set in its own way only. */
  setQuota(bucket: string, bytes: number): Promise<void>
  stop(): Promise<void>
}

const parts = ['account', 'container', 'object'] as const
const filters = [
  'catch_errors',
  'cache',
  'listing_formats',
  'bulk',
  's3api',
  'tempauth',
  'copy',
  'container_quotas',
  'slo',
  'dlo',
  'versioned_writes',
  'symlink',
]

/** @throws a sentence where Swift is neither there nor can be installed, or does not answer */
export async function startObjectStore(): Promise<ObjectStoreServer> {
  install()
  const folder = mkdtempSync(join(tmpdir(), 'workbench-objects-'))
  const etc = join(folder, 'etc')
  for (const one of ['etc', 'srv/d1', 'cache']) mkdirSync(join(folder, one), { recursive: true })
  const [port, ...ports] = await freePorts(4)
  const said = openSync(join(folder, 'log'), 'a')
  writeFileSync(
    join(etc, 'swift.conf'),
    '[swift-hash]\nswift_hash_path_suffix = tests\nswift_hash_path_prefix = tests\n[storage-policy:0]\nname = one\ndefault = yes\n',
  )
  for (const [at, part] of parts.entries()) {
    writeFileSync(join(etc, `${part}.conf`), storing(folder, part, ports[at]!))
    for (const words of [['create', '4', '1', '0'], ['add', `r1z1-127.0.0.1:${ports[at]}/d1`, '1'], ['rebalance']])
      spawnSync('swift-ring-builder', [`${part}.builder`, ...words], { cwd: etc, stdio: 'ignore' })
  }
  writeFileSync(join(etc, 'proxy.conf'), answering(folder, port!))

  const begin = (part: string) =>
    spawn('/usr/bin/python3', [`/usr/bin/swift-${part}-server`, join(etc, `${part}.conf`), '-v'], {
      stdio: ['ignore', said, said],
      env: { ...process.env, SWIFT_DIR: etc },
    })
  const endpoint = `http://127.0.0.1:${port}`
  const running = [...parts, 'proxy'].map(begin)
  for (const one of [...ports, port!]) await answers(`http://127.0.0.1:${one}`)
  return {
    endpoint,
    setQuota: (bucket, bytes) => setQuota(ports[1]!, bucket, bytes),
    async stop() {
      await Promise.all(running.map(ended))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function storing(folder: string, part: string, port: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
user = ${userInfo().username}
swift_dir = ${folder}/etc
devices = ${folder}/srv
mount_check = false
workers = 0
log_level = WARNING
[pipeline:main]
pipeline = ${part}-server
[app:${part}-server]
use = egg:swift#${part}
recon_cache_path = ${folder}/cache
`
}

function answering(folder: string, port: number): string {
  const settings: Record<string, string> = {
    // It wants one, and works without it.
    cache: 'memcache_servers = 127.0.0.1:1',
    s3api: 'location = us-east-1\ns3_acl = false',
    tempauth: 'user_test_tester = testing .admin\nuser_test_reader = reading',
    versioned_writes: 'allow_versioned_writes = true\nallow_object_versioning = true',
  }
  const each = filters.map(
    one => `[filter:${one}]\nuse = egg:swift#${one === 'cache' ? 'memcache' : one}\n${settings[one] ?? ''}\n`,
  )
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
user = ${userInfo().username}
swift_dir = ${folder}/etc
workers = 0
log_level = WARNING
[pipeline:main]
pipeline = ${filters.join(' ')} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
${each.join('')}`
}

/** Told to the server of containers itself, because signing in to the one in front takes a memcached. */
async function setQuota(port: number, bucket: string, bytes: number): Promise<void> {
  const headers = { 'X-Timestamp': String(Date.now() / 1000), 'X-Container-Meta-Quota-Bytes': String(bytes) }
  // It lies in one of the sixteen parts of the ring.
  const asked = Array.from({ length: 16 }, (_, part) =>
    fetch(`http://127.0.0.1:${port}/d1/${part}/AUTH_test/${bucket}`, { method: 'POST', headers }),
  )
  const answered = await Promise.all(asked)
  if (!answered.some(({ ok }) => ok)) throw new Error('The object store for the tests was told of a quota in vain.')
}

async function answers(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const isThere = await fetch(endpoint).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await pause(250)
  }
  throw new Error('The object store for the tests does not answer.')
}

function ended(one: ReturnType<typeof spawn>): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    one.once('exit', () => resolve())
    one.kill('SIGKILL')
  })
}

/** Installed now where this is Debian and we are root. */
function install(): void {
  const programs = [...parts, 'proxy'].map(part => `/usr/bin/swift-${part}-server`)
  if (!programs.every(existsSync) && process.getuid?.() === 0)
    for (const words of [
      ['update', '-qq'],
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'swift-proxy',
        'swift-account',
        'swift-container',
        'swift-object',
      ],
    ])
      spawnSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (!programs.every(existsSync))
    throw new Error(
      'These tests need an object store. Install one (on Debian: apt-get install swift-proxy swift-account swift-container swift-object).',
    )
}
