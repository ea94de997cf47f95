import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '../../src/environment.js'
import { root } from '../../src/root.js'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const linesOf = (file: string) =>
  read(file)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('#'))

/** As an image is built: of the lines that name a place or a folder around it, the last one counts. */
function goesIn(place: string): boolean {
  const named = linesOf('.dockerignore').filter(line => {
    const pattern = line.replace(/^!/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')
    return new RegExp(`^${pattern}(/|$)`).test(place)
  })
  return named.length === 0 || named.at(-1)!.startsWith('!')
}

test('what the program is built of and reads goes into the image; nobody’s files, secrets and history do', () => {
  for (const place of ['package.json', 'package-lock.json', 'tsconfig.json', 'src', 'views', 'migrations', 'LICENSE'])
    expect(goesIn(place), place).toBe(true)
  expect(goesIn('docs/data-protection')).toBe(true)
  for (const place of ['.git', '.env', 'data', 'uploads/one', 'node_modules', 'dist', 'tests'])
    expect(goesIn(place), place).toBe(false)
})

test('the program understands what the image and compose.yaml set for it', () => {
  const set = read('compose.yaml').split('environment:')[1]!.split('depends_on:')[0]!
  const env = Object.fromEntries(
    [...set.matchAll(/^ {4}([A-Z_]+): (.*)$/gm)].map(([, name, value]) => [
      name!,
      // As with the least that .env must hold: what may be left out is empty.
      value!
        .replace(/\$\{[A-Z_]+:-\}/g, '')
        .replace(/\$\{([A-Z_]+)[^}]*\}/g, (_, one: string) => `of-${one.toLowerCase()}`),
    ]),
  )
  const inImage = read('Dockerfile').match(/^ENV ([\s\S]*?[^\\])\n/m)![1]!
  for (const [, name, value] of inImage.matchAll(/([A-Z_]+)=(\S+)/g)) env[name!] ??= value!

  expect(readEnvironment(env)).toMatchObject({
    ...{ host: '0.0.0.0', port: 3000, uploads: '/data/uploads', beside: '/data/workbench' },
    ...{ smtpUrl: null, metricsToken: null, trustedProxy: ['uniquelocal'] },
  })
})

test('both web servers take the same body, and neither shows the numbers', () => {
  expect(read('deploy/Caddyfile')).toContain('max_size 310MB')
  expect(read('deploy/nginx.conf')).toContain('client_max_body_size 310m;')
  expect(read('deploy/Caddyfile')).toContain('respond /metrics 404')
  expect(read('deploy/nginx.conf')).toMatch(/location = \/metrics \{\s+return 404;/)
})

test('every program that is named for the image is there, and the database’s script can be run', () => {
  const named = ['Dockerfile', 'docs/RUNNING.md', 'deploy/workbench.service', 'deploy/workbench-backup.service']
    .flatMap(file => [...read(file).matchAll(/dist\/src\/([a-z-]+)\.js/g)])
    .map(([, name]) => name!)
  expect(named).toEqual(expect.arrayContaining(['server', 'backing-up', 'restoring']))
  for (const name of named) expect(existsSync(join(root, 'src', `${name}.ts`)), name).toBe(true)
  // Otherwise its settings would become those of the script that starts PostgreSQL.
  expect(statSync(join(root, 'deploy/keys-database.sh')).mode & 0o111).toBe(0o111)
})
