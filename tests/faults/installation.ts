import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { root } from '../../src/root.js'
import { template } from '../made-once.js'
import { kill, signedInTo, startWorkbench, type Workbench } from '../real-workbench.js'

export interface Answer {
  /** 0 where there was no answer. */
  status: number
  location: string
  text: string
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: NonNullable<RequestInit['body']>
}

/** A real workbench with the cast in it, on real files, which a fault may meet; and the people who go on with what they do. */
export class Installation {
  readonly file: string
  readonly uploads: string
  private readonly tokens = new Map<string, string>()
  running: Workbench | undefined

  /** @param home where it all lies @param uploads where its files lie, if that is elsewhere */
  constructor(
    readonly home = mkdtempSync(join(tmpdir(), 'workbench-faults-')),
    uploads = join(home, 'uploads'),
  ) {
    this.file = join(home, 'data', 'w.db')
    this.uploads = uploads
    mkdirSync(dirname(this.file), { recursive: true })
    copyFileSync(template, this.file)
    for (const person of ['sam', 'sadia', 'imran']) this.tokens.set(person, signedInTo(this.file, person))
  }

  async start(by?: string[]): Promise<void> {
    this.running = await startWorkbench(this.home, this.file, undefined, { UPLOADS_DIR: this.uploads }, by)
  }

  async kill(): Promise<void> {
    if (this.running) await kill(this.running)
    this.running = undefined
  }

  async leave(): Promise<void> {
    await this.kill()
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 })
  }

  /** As a browser of ours asks; whoever gets no answer knows nothing. */
  async ask(person: string, address: string, { method = 'POST', headers = {}, body }: Asked = {}): Promise<Answer> {
    const ours = { Cookie: `workbench=${this.tokens.get(person)}`, 'Sec-Fetch-Site': 'same-origin', ...headers }
    const accept = { Accept: 'text/html', ...ours }
    try {
      const answer = await fetch(`http://127.0.0.1:${this.running?.port}${address}`, {
        method,
        headers: accept,
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
        ...(body ? { body } : {}),
      })
      return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
    } catch {
      return { status: 0, location: '', text: '' }
    }
  }

  /** What stands in the database now, beside the workbench that writes in it. */
  rows<Row>(question: string, ...values: unknown[]): Row[] {
    const sqlite = new Sqlite(this.file, { readonly: true, timeout: 5000 })
    try {
      return sqlite.prepare(question).all(...values) as Row[]
    } finally {
      sqlite.close()
    }
  }

  /** What `npm run look-through` says: the structure, the references, what was done, each file by its hash. */
  lookedThrough(): string {
    const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${this.file}`, UPLOADS_DIR: this.uploads }
    const program = join(root, 'dist/src/looking-through.js')
    const { stdout, stderr } = spawnSync(process.execPath, [program], { env, encoding: 'utf8' })
    return stdout + stderr
  }
}
