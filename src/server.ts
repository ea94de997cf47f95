import { readEnvironment } from './environment.js'
import { serve } from './serving.js'

try {
  await serve(readEnvironment(process.env))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
