import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * A thread of its own for work that must not hold up the pages, from the built JavaScript, or from our TypeScript while
 * developing and testing.
 * @param module without its ending, as seen from the asking file: `new URL('./heic-worker', import.meta.url)`
 */
export function newWorker(module: URL, options: WorkerOptions = {}): Worker {
  const fromSource = import.meta.url.endsWith('.ts')
  if (!fromSource) return new Worker(new URL(`${module.href}.js`), options)
  return new Worker(throughTypescript(`${module.href}.ts`), { ...options, eval: true, execArgv: [] })
}

function throughTypescript(file: string): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const reader = new URL('dist/esm/api/index.mjs', tsx).href
  return `import('${reader}').then(({ register }) => { register(); return import('${file}') })`
}
