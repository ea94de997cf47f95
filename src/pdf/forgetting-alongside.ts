import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FactBook } from '../facts/kinds.js'
import type { House } from '../house.js'
import { forgetPdfs } from './draw.js'

const every = 10_000

type Its = Pick<House, 'db' | 'cache'>

/**
 * Facts are followed by the one instance that leads, which forgets its own drawings (forgetting.ts). Each of the others may have
 * drawn the same on a disk of its own: it looks for such facts since it last looked, also while it was not running.
 */
export function forgetAlongside(house: Its & Pick<House, 'log'>, book: FactBook): () => void {
  const look = () =>
    void forgetWhatWentSince(house, book).catch((error: unknown) =>
      house.log.error({ err: error }, 'forgetting failed'),
    )
  look()
  const timer = setInterval(look, every)
  timer.unref()
  return () => clearInterval(timer)
}

/** @returns whether drawings were thrown away */
export async function forgetWhatWentSince({ db, cache }: Its, book: FactBook): Promise<boolean> {
  const marker = join(cache, 'pdf', 'forgotten-until')
  const last = Number(await readFile(marker, 'utf8').catch(() => ''))
  const kinds = Object.keys(book).filter(kind => book[kind]!.forgetsDrawings)
  const { newest } = await db
    .selectFrom('facts')
    .select(eb => eb.fn.max<number | string | null>('number').as('newest'))
    .where('kind', 'in', kinds)
    .where('number', '>', last)
    .executeTakeFirstOrThrow()
  if (newest === null) return false
  await forgetPdfs(join(cache, 'pdf'))
  await mkdir(join(cache, 'pdf'), { recursive: true, mode: 0o700 })
  await writeFile(marker, String(newest), { mode: 0o600 })
  return true
}
