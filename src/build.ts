import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { buildLook } from './look/build.js'
import { putInPlace } from './putting-in-place.js'
import { root } from './root.js'

// Types are checked by `npm run check`; here they are only taken off, and the modules put together in few files: opening
// each of some thousand took half of a start.
const began = performance.now()
const dist = join(root, 'dist')
const parts = ['src', 'migrations', 'assets']

/** What is run by its name: the workbench itself, and the commands. */
const programs = [
  ...['server', 'demo/serve', 'backing-up', 'restoring', 'looking-through', 'moving', 'bringing-in'],
  'resetting-password',
]
/** What runs in a thread or a program of its own (src/heavy) is called so. */
const besides = /[/-]worker\.ts$|\/program\.ts$/
/** Where that lies which several of them share, under names that tell what is in it. */
const shared = 'src/shared'

await mkdir(dist, { recursive: true })
await sweep()
// Built aside, and then put in place file by file: another start in this folder, or a workbench that runs from it, finds
// all of it at any moment.
const aside = await mkdtemp(join(dist, 'building-'))
try {
  await Promise.all([buildProgram(), buildLook(join(aside, 'assets'))])
  for (const part of parts) await putInPlace(join(aside, part), join(dist, part), isStillInUse)
} finally {
  await rm(aside, { recursive: true, force: true })
}
if (process.env.LOG_LEVEL === 'debug') process.stdout.write(`Built in ${Math.round(performance.now() - began)} ms\n`)

async function buildProgram(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [
      ...programs.map(name => join(root, 'src', `${name}.ts`)),
      ...(await sourcesIn('src')).filter(file => besides.test(file)),
      ...(await sourcesIn('migrations')),
    ],
    bundle: true,
    splitting: true,
    packages: 'external',
    chunkNames: `${shared}/[hash]`,
    // Where it will be: the maps say from there where the sources are.
    outdir: dist,
    outbase: root,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    write: false,
  })
  for (const { path, contents } of outputFiles) {
    const to = join(aside, relative(dist, path))
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, contents)
  }
}

/** A workbench that runs from here may still open what the build before it shares; it has started anew within a month. */
function isStillInUse(path: string, { mtimeMs }: { mtimeMs: number }): boolean {
  return relative(dist, path).startsWith(shared) && Date.now() - mtimeMs < 30 * 86_400_000
}

/** Every TypeScript file that runs on the server; what runs in the browser is bundled with the look. */
async function sourcesIn(folder: string): Promise<string[]> {
  const files = await readdir(join(root, folder), { recursive: true })
  return files
    .filter(file => file.endsWith('.ts') && !file.startsWith(join('look', 'browser')))
    .map(file => join(root, folder, file))
}

/** What builds left behind that were ended halfway. */
async function sweep(): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000
  for (const name of (await readdir(dist)).filter(name => name.startsWith('building-')))
    if ((await stat(join(dist, name))).mtimeMs < anHourAgo) await rm(join(dist, name), { recursive: true, force: true })
}
