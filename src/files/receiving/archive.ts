import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

/** A zip archive from outside, whose parts are unpacked one at a time and only as far as may be. */
export interface Archive {
  /** Its parts by name, in their order, each with the bytes that it says it unpacks to. */
  parts: ReadonlyMap<string, number>
  /** @throws Error when the part says that it unpacks to more bytes than `most`, or turns out to */
  stream(name: string, most: number): Promise<Readable>
  close(): void
}

/**
 * Reads what an archive holds; nothing is unpacked yet.
 * @throws Error when it is no whole archive, names a part twice, has more than `mostParts` or one that may not be in it
 */
export function openArchive(
  path: string,
  { mostParts = 10_000, mayHold = () => true }: { mostParts?: number; mayHold?: (name: string) => boolean } = {},
): Promise<Archive> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => {
      if (error) return reject(error)
      const entries = new Map<string, yauzl.Entry>()
      const refuse = () => {
        file.close()
        reject(new Error('The archive is no whole one'))
      }
      file.on('error', refuse)
      file.on('entry', (entry: yauzl.Entry) => {
        const { fileName: name } = entry
        if (entries.has(name) || entries.size >= mostParts || !mayHold(name)) return refuse()
        entries.set(name, entry)
        file.readEntry()
      })
      file.on('end', () =>
        resolve({
          parts: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
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
