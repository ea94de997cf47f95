import { WrongEnvironment, readEnvironment } from './environment.js'
import { serve } from './serving.js'

try {
  const environment = readEnvironment(process.env)
  await serve(environment)
} catch (error) {
  process.stderr.write(
    `${error instanceof WrongEnvironment || error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
}
