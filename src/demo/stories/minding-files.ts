import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOne } from '../../database.js'
import { readWaiting } from '../../evidence/files/reading-files.js'
import { coverPicture, replaceFile } from '../../evidence/files/replacing.js'
import { fromFile, writeText } from '../../evidence/readable-texts/writing-texts.js'
import { bringIn } from '../../files/bringing-files-in.js'
import { prepareCovered } from '../../files/pictures/covering.js'
import { prepareFile } from '../../files/keeping.js'
import { root } from '../../root.js'
import { filesFolder } from '../material/index.js'
import type { Piece, PieceFile } from '../material/types.js'
import { type Deed, latest, moment } from './deeds.js'
import type { Telling } from './telling.js'

/** What happened to files after they were logged: written down, typed out, covered in part, replaced. */
export function fileDeeds(telling: Telling): Deed[] {
  return telling.cycle.evidence.flatMap(piece =>
    (piece.files ?? []).flatMap((file, place) => [
      ...writing(telling, piece, file, place),
      ...covering(telling, piece, file, place),
      ...replacing(telling, piece, file, place),
    ]),
  )
}

async function found(telling: Telling, { key, by }: Piece, place: number) {
  const person = await telling.as(by)
  const piece = await telling.piece(person, key)
  return { person, piece, file: piece.files[place]! }
}

const minutes = (at: string, more: number) => new Date(Date.parse(at) + more * 60_000).toISOString()

function writing(telling: Telling, piece: Piece, { transcript, typed }: PieceFile, place: number): Deed[] {
  if (!transcript && !typed) return []
  const logged = minutes(telling.loggedAt(piece.key), 12)
  const write = async () => {
    const words = transcript ? fromFile(transcript, await readFile(join(root, filesFolder, transcript))) : typed!.words
    const { person, piece: now, file } = await found(telling, piece, place)
    await inOne(telling.house.db, trx => writeText(trx, now, file, person, { words: words ?? '', version: 0 }))
  }
  return [{ at: typed ? latest(logged, moment(typed.on, '16:40')) : logged, act: write }]
}

function covering(telling: Telling, piece: Piece, { covered }: PieceFile, place: number): Deed[] {
  if (!covered) return []
  const cover = async () => {
    const { person, piece: now, file } = await found(telling, piece, place)
    const { db, store } = telling.house
    const prepared = await prepareCovered(store, file, { areas: covered.areas, with: 'squares' })
    await inOne(db, trx => coverPicture(trx, now, file, person, prepared, null))
  }
  return [{ at: latest(minutes(telling.loggedAt(piece.key), 30), moment(covered.on, '16:20')), act: cover }]
}

function replacing(telling: Telling, piece: Piece, { replaced }: PieceFile, place: number): Deed[] {
  if (!replaced) return []
  const replace = async () => {
    const { db, store } = telling.house
    const bytes = await readFile(join(root, filesFolder, replaced.by))
    const prepared = await prepareFile(store, await bringIn(store, replaced.by, bytes))
    const { person, piece: now, file } = await found(telling, piece, place)
    await inOne(db, trx => replaceFile(trx, now, file, person, prepared))
    await readWaiting(telling.house)
  }
  return [{ at: moment(replaced.on, '16:45'), act: replace }]
}
