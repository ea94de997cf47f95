import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { root } from '../src/root.js'
import { hashOfToken, newToken } from '../src/web/new-id.js'
import { builtServer } from './built-once.js'

export interface Workbench {
  process: ChildProcess
  port: number
}

/**
 * The workbench as it is installed, in a process of its own that can be killed.
 * @param home a folder of the test's own
 * @param database its file, or its address on a server
 * @param more of its environment
 * @param smtp the port of a post office on this machine, if letters leave
 * @param by what starts it, where that is not Node alone: a command and its words
 */
export async function startWorkbench(
  home: string,
  database: string,
  smtp?: number,
  more: Record<string, string> = {},
  by: string[] = [process.execPath, ...builtServer],
): Promise<Workbench> {
  const env = {
    ...{ PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'fatal' },
    ...{
      DATABASE_URL: database.startsWith('postgres:') ? database : `sqlite:${database}`,
      UPLOADS_DIR: join(home, 'uploads'),
      DATA_DIR: join(home, 'data'),
    },
    ...more,
    ...(smtp === undefined ? {} : { SMTP_URL: `smtp://127.0.0.1:${smtp}` }),
  }
  const one = spawn(by[0]!, by.slice(1), { cwd: root, env })
  let said = ''
  const port = await new Promise<number>((resolve, reject) => {
    for (const stream of [one.stdout, one.stderr])
      stream.on('data', more => {
        said += String(more)
        const found = /open at http:\/\/[^:]+:(\d+)/.exec(said)
        if (found) resolve(Number(found[1]))
      })
    one.once('exit', code => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  return { process: one, port }
}

/** As a power cut ends it: nothing of it has time for anything. */
export async function kill({ process: one }: Workbench): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return
  const gone = new Promise(resolve => one.once('exit', resolve))
  one.kill('SIGKILL')
  await gone
}

/** @returns the token under which somebody is signed in */
export function signedInTo(file: string, person: string): string {
  const token = newToken()
  const at = new Date().toISOString()
  const sqlite = new Sqlite(file)
  sqlite
    .prepare('insert into sessions (token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?)')
    .run(hashOfToken(token), person, at, at)
  sqlite.close()
  return token
}
