import type { FileHandle } from 'node:fs/promises'

/** So many bytes are written in one go; a network hands out far smaller pieces. */
const RUN = 1024 ** 2

/** Writes what comes into a file, in its order: one run is written while the next one comes in. */
export class WritingDown {
  private run: Buffer[] = []
  private gathered = 0
  private underway = Promise.resolve()

  /** @param at where in the file the first byte goes */
  constructor(
    private readonly file: FileHandle,
    private at = 0,
  ) {}

  /** Resolves once more may come. @throws what kept an earlier run from being written */
  async take(chunk: Buffer): Promise<void> {
    this.run.push(chunk)
    this.gathered += chunk.length
    if (this.gathered >= RUN) await this.writeRun()
  }

  /** Once all that was taken is in the file. @returns where the next byte would go */
  async end(): Promise<number> {
    await this.writeRun()
    await this.underway
    return this.at
  }

  private async writeRun(): Promise<void> {
    await this.underway
    const run = this.run
    this.run = []
    this.gathered = 0
    this.underway = this.write(run)
    // Whoever takes or ends next hears of it.
    this.underway.catch(() => undefined)
  }

  private async write(run: Buffer[]): Promise<void> {
    for (let left = run; left.length > 0;) {
      const { bytesWritten } = await this.file.writev(left, this.at)
      this.at += bytesWritten
      left = beyond(left, bytesWritten)
    }
  }
}

/** What of them comes after so many bytes. */
function beyond(chunks: Buffer[], bytes: number): Buffer[] {
  let passed = 0
  for (const [index, chunk] of chunks.entries()) {
    if (passed + chunk.length > bytes) return [chunk.subarray(bytes - passed), ...chunks.slice(index + 1)]
    passed += chunk.length
  }
  return []
}
