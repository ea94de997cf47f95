import { createHash, type Hash } from 'node:crypto'

const MOST_HASHES = 500

/**
 * The hashes of what is growing, while it comes: a file that came through this process in one line is not read again for
 * its own. Where another process took a part of it, or this one was started anew, there is none.
 */
export class GrowingHashes {
  private readonly known = new Map<string, { hash: Hash; bytes: number }>()

  add(id: string, at: number, chunk: Buffer): void {
    if (at === 0) this.begin(id)
    const known = this.known.get(id)
    if (!known) return
    if (known.bytes !== at) return this.forget(id)
    known.hash.update(chunk)
    known.bytes += chunk.length
  }

  /** The hash of a file that came as a whole and has so many bytes. */
  of(id: string, bytes: number): string | undefined {
    const known = this.known.get(id)
    return known?.bytes === bytes ? known.hash.copy().digest('hex') : undefined
  }

  forget(id: string): void {
    this.known.delete(id)
  }

  private begin(id: string): void {
    this.known.delete(id)
    const [oldest] = this.known.keys()
    if (this.known.size >= MOST_HASHES) this.known.delete(oldest!)
    this.known.set(id, { hash: createHash('sha256'), bytes: 0 })
  }
}
