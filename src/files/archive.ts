import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

const MOST_PARTS = 10_000

/** A zip archive from outside, whose parts are unpacked one at a time and only as far as may be. */
export interface Archive {
  names: string[]
  /** @throws Error when the part says that it unpacks to more bytes than `most`, or turns out to */
  stream(name: string, most: number): Promise<Readable>
  close(): void
}

/** @throws Error when it is no whole archive, names a part twice, or has more than 10,000 */
export function openArchive(path: string): Promise<Archive> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => {
      if (error) return reject(error)
      const entries = new Map<string, yauzl.Entry>()
      file.on('error', reject)
      file.on('entry', (entry: yauzl.Entry) => {
        if (entries.has(entry.fileName) || entries.size >= MOST_PARTS)
          return reject(new Error('The archive is no whole one'))
        entries.set(entry.fileName, entry)
        file.readEntry()
      })
      file.on('end', () =>
        resolve({
          names: [...entries.keys()],
          stream: (name, most) => opened(file, entries.get(name), most),
          close: () => file.close(),
        }),
      )
      file.readEntry()
    })
  })
}

function opened(file: yauzl.ZipFile, entry: yauzl.Entry | undefined, most: number): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (!entry || entry.uncompressedSize > most) return reject(new Error('The part is missing or too large'))
    // yauzl stops with an error when more comes out than was announced.
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
