import { inOne } from '../../database.js'
import { findCodingGroup } from '../../coding/codebook/book.js'
import { blindReadingGoingOn, findBlindReading } from '../../coding/blind-readings/blind-readings.js'
import { sayDone } from '../../coding/blind-readings/finishing.js'
import { startBlindReading } from '../../coding/blind-readings/starting.js'
import { codePassage } from '../../coding/passages/coding-passages.js'
import { makeCode, type NewCode } from '../../coding/codebook/keeping-codes.js'
import { writeOnCode } from '../../coding/memos/memos.js'
import { differencesOf, remarkOnDifference, resolveDifference } from '../../coding/blind-readings/resolving.js'
import { sentencesOf } from '../../coding/passages/sentences.js'
import { readableTextsOf } from '../../evidence/readable-texts/readable-texts.js'
import type { CodingMaterial, Piece } from '../material/types.js'
import { dayOf } from '../../web/now.js'
import { type Deed, latest, moment } from './deeds.js'
import { known, type Telling } from './telling.js'

const most = 100

/** A codebook is made, passages are coded as they come, and two people compare how they read. */
export function codingDeeds(telling: Telling): Deed[] {
  const { coding } = telling.cycle
  if (!coding) return []
  const codes = new Map<string, { id: string; name: string }>()
  return [
    { at: moment(coding.on, '16:40'), act: () => makeBook(telling, coding, codes) },
    ...telling.cycle.evidence
      .filter(isToBeCoded)
      .slice(0, most)
      .map(piece => coded(telling, coding, codes, piece)),
    ...interviewed(telling, coding, codes),
    ...readBlind(telling, coding, codes),
  ]
}

type Codes = Map<string, { id: string; name: string }>

function isToBeCoded({ audience, withdrawn, consent, codes }: Piece): boolean {
  return audience !== 'private' && !withdrawn && !consent?.withdrawn && (codes?.length ?? 0) > 0
}

async function makeBook(telling: Telling, { themes, beneath, notFor }: CodingMaterial, codes: Codes): Promise<void> {
  const { db } = telling.house
  const lead = await telling.as(telling.leadOn('2026-02-16'))
  const group = await findCodingGroup(db, lead, telling.group.id)
  const make = async (values: NewCode) =>
    codes.set(values.name, await inOne(db, trx => makeCode(trx, group, lead, values)))
  for (const { name, meaning } of themes) {
    await make({ name, description: meaning })
    for (const code of telling.cycle.codes.filter(one => one.theme === name))
      await make({
        name: code.name,
        description: code.meaning,
        notFor: notFor[code.name] ?? '',
        parentId: codeOf(codes, name).id,
      })
  }
  for (const { name, under, meaning, notFor: not } of beneath)
    await make({ name, description: meaning, notFor: not, parentId: codeOf(codes, under).id })
}

/** The words that the material names for a code, or the sentence in which somebody speaks, or the first. */
function coded(telling: Telling, { on, words }: CodingMaterial, codes: Codes, piece: Piece): Deed {
  const at = latest(moment(on, '17:00'), new Date(Date.parse(telling.loggedAt(piece.key)) + 2_400_000).toISOString())
  return {
    at,
    act: async () => {
      const named = words[piece.key] ?? {}
      const given = new Map<string, string[]>()
      for (const code of piece.codes!) {
        const sentence = named[code] ?? tellingSentence(piece.whatWeSaw)
        given.set(sentence, [...(given.get(sentence) ?? []), code])
      }
      for (const [code, sentence] of Object.entries(named))
        if (!piece.codes!.includes(code)) given.set(sentence, [...(given.get(sentence) ?? []), code])
      for (const [sentence, names] of given) await code(telling, codes, piece.key, piece.by, sentence, names)
    },
  }
}

function tellingSentence(text: string): string {
  const sentences = sentencesOf(text).map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt))
  return sentences.find(sentence => sentence.includes('“')) ?? sentences[0] ?? text
}

async function code(
  telling: Telling,
  codes: Codes,
  key: string,
  by: string,
  words: string,
  names: string[],
  memo?: string,
): Promise<void> {
  const { db } = telling.house
  const person = await telling.as(by)
  const piece = await telling.piece(person, key)
  const text = (await readableTextsOf(db, piece)).find(one => one.words.replace(/\r/g, '').includes(words))
  if (!text) throw new Error(`The demo’s ${key} does not say “${words}”.`)
  const startsAt = text.words.indexOf(words)
  const group = await findCodingGroup(db, person, piece.groupId)
  const given = { codes: names.map(name => codeOf(codes, name).id), ...(memo ? { memo } : {}) }
  const place = { startsAt, endsAt: startsAt + words.length }
  await inOne(db, async trx =>
    codePassage(trx, group, piece, text, place, person, given, await blindReadingGoingOn(trx, person, piece.id)),
  )
}

function codeOf(codes: Codes, name: string) {
  const found = codes.get(name)
  if (!found) throw new Error(`The demo’s codebook has no ${name}.`)
  return found
}

function interviewed(telling: Telling, { interview, memos }: CodingMaterial, codes: Codes): Deed[] {
  const at = moment('2026-04-20', '16:30')
  const { db } = telling.house
  return [
    ...interview.codings.map(({ code: name, words, memo }, place) => ({
      at: moment('2026-04-20', '16:30', place),
      act: () => code(telling, codes, interview.key, interview.by, words, [name], memo),
    })),
    ...memos.map(({ code: name, by, words }, place) => ({
      at: moment(dayOf(at), '17:10', place),
      act: async () => {
        const person = await telling.as(by)
        await inOne(db, trx => writeOnCode(trx, { ...codeOf(codes, name), groupId: telling.group.id }, person, words))
      },
    })),
  ]
}

function readBlind(telling: Telling, { blind }: CodingMaterial, codes: Codes): Deed[] {
  const { db } = telling.house
  let id = ''
  const find = async (who: string) => {
    const person = await telling.as(who)
    return { person, reading: await findBlindReading(db, person, id) }
  }
  const start = async () => {
    const person = await telling.as(blind.first)
    const group = await findCodingGroup(db, person, telling.group.id)
    const pieces = blind.pieces.map(key => known(telling.pieces, key))
    const chosen = blind.codes.map(name => codeOf(codes, name).id)
    id = await inOne(db, trx =>
      startBlindReading(trx, group, person, { secondReader: blind.second, why: blind.why, pieces, codes: chosen }),
    )
  }
  const finish = async () => {
    for (const who of [blind.first, blind.second]) {
      const { person, reading } = await find(who)
      await inOne(db, trx => sayDone(trx, reading, person))
    }
  }
  const talk = async () => {
    const { person, reading } = await find(blind.second)
    const [first, second] = await differencesOf(db, person, reading)
    if (first) await inOne(db, trx => resolveDifference(trx, reading, first, person, 'both'))
    if (second) await remarkOnDifference(db, second, await telling.as(blind.remark.by), blind.remark.words)
  }
  return [
    { at: moment(blind.on, '16:00'), act: start },
    ...blind.codings.map(({ key, code: name, words }, place) => ({
      at: moment(blind.on, '16:10', place),
      act: () => code(telling, codes, key, blind.second, words, [name]),
    })),
    { at: moment(blind.on, '17:30'), act: finish },
    { at: moment(blind.on, '17:45'), act: talk },
  ]
}
