import { join } from 'node:path'
import { command } from '../command.js'
import { readEnvironment } from '../environment.js'
import { root } from '../root.js'
import { serve } from '../serving.js'
import { castToChoose } from './cast-to-choose.js'
import { fillDemo } from './fill.js'

// A fresh demo every time, in folders of its own: the real database and its uploads are never opened.
const home = join(root, 'data', 'demo')

await command(async () => {
  const own = { DATABASE_URL: `sqlite:${join(home, 'demo.db')}`, UPLOADS_DIR: join(home, 'uploads'), FILES_URL: '' }
  const environment = readEnvironment({ ...process.env, ...own }, true)
  await serve(environment, { fill: fillDemo, cast: castToChoose() })
})
