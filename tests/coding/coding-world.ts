import { inOne } from '../../src/database.js'
import { codePassage } from '../../src/coding/passages/coding-passages.js'
import { findCodingGroup } from '../../src/coding/codebook/book.js'
import { makeCode, type NewCode } from '../../src/coding/codebook/keeping-codes.js'
import type { Code } from '../../src/coding/tables.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import { logEvidence } from '../../src/evidence/logging/logging.js'
import { readableTextsOf } from '../../src/evidence/readable-texts/readable-texts.js'
import type { Kind } from '../../src/evidence/kinds.js'
import type { World } from '../world.js'

/** A piece of the reading group with these words, shared with the group unless told otherwise. */
export async function putWords(
  world: World,
  words: string,
  given: { by?: string; school?: string; kind?: Kind; audience?: 'author' | 'group' } = {},
): Promise<{ id: string; number: number; textId: string; words: string }> {
  const { by = 'sadia', school = 'st-davids', kind = 'observation', audience = 'group' } = given
  const person = await world.person(by)
  const { piece } = await inOne(world.db, async trx =>
    logEvidence(
      trx,
      await findCodingGroup(trx, person, 'reading'),
      person,
      {
        ...{ title: '', whatWeSaw: words, kind, stage: 'evidence' as const, gatheredOn: '2026-03-05', capture: null },
        schools: [school],
        audience,
      },
      [],
    ),
  )
  const [text] = await readableTextsOf(world.db, await findEvidence(world.db, person, piece.id))
  return { id: piece.id, number: piece.number, textId: text!.id, words: text!.words }
}

export async function putCode(world: World, name: string, more: Partial<NewCode> = {}, by = 'sadia'): Promise<Code> {
  const person = await world.person(by)
  return inOne(world.db, async trx =>
    makeCode(trx, await findCodingGroup(trx, person, 'reading'), person, { name, ...more }),
  )
}

/** Codes the place where these words stand. @returns the ids of the codings */
export async function codeWords(
  world: World,
  piece: { id: string; words: string },
  words: string,
  codes: { id: string }[],
  by = 'sadia',
): Promise<string[]> {
  const person = await world.person(by)
  const found = await findEvidence(world.db, person, piece.id)
  const [text] = await readableTextsOf(world.db, found)
  const startsAt = text!.words.indexOf(words)
  const { codings } = await inOne(world.db, async trx =>
    codePassage(
      trx,
      await findCodingGroup(trx, person, 'reading'),
      found,
      text!,
      { startsAt, endsAt: startsAt + words.length },
      person,
      { codes: codes.map(code => code.id) },
    ),
  )
  return codings
}

/** What the undo bar of the person's codebook would take back. */
export async function lastStep(world: World, person: string, way: 'undo' | 'redo' = 'undo'): Promise<string> {
  const page = await world.as(person).get('/groups/reading/codes')
  const form = new RegExp(`action="[^"]*/codes/${way}"[^]*?name="act" value="([^"]+)"`).exec(page.text)
  return form?.[1] ?? ''
}

export async function takeStep(world: World, person: string, way: 'undo' | 'redo' = 'undo') {
  return world.as(person).post(`/groups/reading/codes/${way}`, { act: await lastStep(world, person, way) })
}
