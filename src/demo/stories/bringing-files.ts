import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bringIn } from '../../files/bringing-files-in.js'
import { type Prepared, prepareFile } from '../../files/keeping.js'
import type { Store } from '../../files/store.js'
import { root } from '../../root.js'
import { filesFolder } from '../material/index.js'
import type { CycleMaterial } from '../material/types.js'

/** For each piece that has them, its files on their way into the store. */
export type FilesOnTheirWay = Map<string, Promise<Prepared[]>>

/**
 * Brings the real files of a cycle through the same door as any upload. Pictures are drawn anew there, which is slow, and
 * another thread's work: so all of them set out at once, and the story only waits for those that it comes to.
 */
export function bringFiles(store: Store, { evidence }: CycleMaterial): FilesOnTheirWay {
  const bring = async (name: string) =>
    prepareFile(store, await bringIn(store, name, await readFile(join(root, filesFolder, name))))
  return new Map(
    evidence.flatMap(({ key, files }) => {
      if (!files) return []
      const coming = Promise.all(files.map(({ name }) => bring(name)))
      // Whoever waits for it hears of a failure; until then it is no reason to end the process.
      coming.catch(() => undefined)
      return [[key, coming] as const]
    }),
  )
}
