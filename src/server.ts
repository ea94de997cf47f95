import { readEnvironment } from './environment.js'

try {
  const environment = readEnvironment(process.env)
  // Only now: a wrong variable is said at once, before everything else is loaded.
  const { serve } = await import('./serving.js')
  await serve(environment)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
