import { rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildLook } from './look/build.js'
import { root } from './root.js'

// Types are checked by `npm run check`; here they are only taken off, so that a start is a matter of seconds.
const began = performance.now()
for (const folder of ['src', 'migrations']) rmSync(join(root, 'dist', folder), { recursive: true, force: true })
await Promise.all([buildProgram(), buildLook()])
if (process.env.LOG_LEVEL === 'debug') process.stdout.write(`Built in ${Math.round(performance.now() - began)} ms\n`)

async function buildProgram(): Promise<void> {
  await build({
    entryPoints: [...(await sourcesIn('src')), ...(await sourcesIn('migrations'))],
    outdir: join(root, 'dist'),
    outbase: root,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
}

/** Every TypeScript file that runs on the server; what runs in the browser is bundled with the look. */
async function sourcesIn(folder: string): Promise<string[]> {
  const files = await readdir(join(root, folder), { recursive: true })
  return files
    .filter(file => file.endsWith('.ts') && !file.startsWith(join('look', 'browser')))
    .map(file => join(root, folder, file))
}
