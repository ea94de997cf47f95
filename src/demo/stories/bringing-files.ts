import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bringIn } from '../../files/bringing-in.js'
import { type Prepared, prepareFile } from '../../files/keeping.js'
import type { Store } from '../../files/store.js'
import { root } from '../../root.js'
import { filesFolder } from '../material/index.js'
import type { CycleMaterial } from '../material/types.js'

/**
 * Brings the real files of a cycle through the same door as any upload. Pictures are drawn anew there, which is slow, so
 * two come in at once and all of them before the story is played.
 */
export async function bringFiles(store: Store, { evidence }: CycleMaterial): Promise<Map<string, Prepared[]>> {
  const ready = new Map<string, Prepared[]>()
  const waiting = evidence.filter(piece => piece.files)
  const work = async () => {
    for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
      const files: Prepared[] = []
      for (const { name } of piece.files ?? []) files.push(await bringOne(store, name))
      ready.set(piece.key, files)
    }
  }
  await Promise.all([work(), work()])
  return ready
}

async function bringOne(store: Store, name: string): Promise<Prepared> {
  return prepareFile(store, await bringIn(store, name, await readFile(join(root, filesFolder, name))))
}
