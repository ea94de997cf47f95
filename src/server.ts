import { command } from './command.js'
import { readEnvironment } from './environment.js'

await command(async () => {
  const environment = readEnvironment(process.env)
  // Only now: a wrong variable is said at once, before everything else is loaded.
  const { serve } = await import('./serving.js')
  await serve(environment)
})
