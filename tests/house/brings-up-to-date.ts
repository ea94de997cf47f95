import { lockOn } from '../../src/database/lock.js'
import { openFile } from '../../src/database.js'
import { migrate } from '../../src/migrate.js'

// A process of its own, which ends itself without a word before the statement of this number; without one it counts them.
const [path = '', last] = process.argv.slice(2)
lockOn(path)
const house = openFile(path)
let statements = 0
const { sqlite } = house.engine
const prepare = sqlite.prepare.bind(sqlite)
sqlite.prepare = (words: string) => {
  statements += 1
  if (statements === Number(last)) process.kill(process.pid, 'SIGKILL')
  return prepare(words)
}
await migrate(house)
await house.engine.rest()
await house.db.destroy()
process.stdout.write(String(statements))
process.exit(0)
