import { BadInput } from '../errors.js'
import { OwnThreads } from '../heavy/own-threads.js'
import type { ToWrite } from './worker.js'

const threads = new OwnThreads<ToWrite, Uint8Array>(
  'src/office/worker',
  {
    ...{ of: 'files for other programs', weight: 'heavy', atOnce: 1, waiting: 40 },
    ...{ milliseconds: 60_000, megabytes: 512, idle: 60_000 },
  },
  {
    full: () => new BadInput('Many files are being made just now. Please try again in a minute.', 503),
    tooSlow: () =>
      new BadInput('This file took too long to make, so we stopped. The page itself can still be read.', 503),
    failed: cause => new Error('A file for another program could not be made.', { cause }),
  },
)

/** A file for Word, PowerPoint or Excel, made in a thread of its own. */
export async function writtenFor(file: ToWrite): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await threads.ask(file)
  return Buffer.from(buffer, byteOffset, byteLength)
}
