import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { fromSource } from '../root.js'

/** What Node is told so that it reads our TypeScript; nothing for what is built. */
export function readingTypescript(): string[] {
  if (!fromSource) return []
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  // In a thread its own entry does nothing, because it takes the program to have registered it.
  const registering = `import { register } from '${new URL('dist/esm/api/index.mjs', tsx).href}'; register()`
  return ['--import', `data:text/javascript,${encodeURIComponent(registering)}`]
}
