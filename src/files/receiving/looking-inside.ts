import { open, readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { saysTooManyOpen } from '../../errors.js'
import { isHeic } from '../pictures/heic.js'
import { endingOf } from '../names.js'
import { lookInsideOffice, type OfficeKind } from './office.js'
import { headOf, MOST_DOTS } from '../pictures/pictures.js'
import { because, endingProvedBy, hasEnding, type Rule, RULES } from './rules.js'
import type { FileKind } from '../tables.js'
import { looksLikeAPage, readableText } from './text.js'
import type { Scanner } from './scanning.js'
import { isWholeHeic, isWholeMp4, isWholeWebm } from './whole.js'

export interface Accepted {
  /** As it came; with the ending that its bytes prove, where it had none that we know. */
  name: string
  kind: FileKind
  mediaType: string
}

/**
 * What the bytes at `path` are, judged by the ending of their name and by what is inside; or why they cannot come in. Where a
 * scanner is set, nothing reads them before it has let them pass.
 * @throws Away where the scanner gives no word
 */
export async function lookInside(
  path: string,
  asNamed: string,
  scan?: Scanner,
): Promise<Accepted | { because: string }> {
  const virus = await scan?.(path)
  return virus === undefined ? judged(path, asNamed) : { because: because.virus(virus) }
}

async function judged(path: string, asNamed: string): Promise<Accepted | { because: string }> {
  const name = await withItsEnding(path, asNamed)
  const ending = endingOf(name)
  const rule = RULES[ending]
  if (!rule) return { because: because.ending(ending) }
  // Phones and people rename them, so that what is inside decides: it comes out as a JPEG in any case.
  if (rule.kind === 'image' && (await isHeic(path)))
    return (await isWholeHeic(path))
      ? { name, kind: 'image', mediaType: 'image/jpeg' }
      : { because: because.notWhole() }
  const reason = await whyNot(path, ending, rule)
  if (reason) return { because: reason }
  if (ending === 'webm' && !(await holdsFilm(path))) return { name, kind: 'sound', mediaType: 'audio/webm' }
  return { name, kind: rule.kind, mediaType: rule.mediaType }
}

/**
 * A name without an ending that we know, as phones and mail programs make them, gets the one that its bytes prove; so does a picture
 * that goes by the ending of another kind of picture, since it is drawn anew in any case.
 */
async function withItsEnding(path: string, name: string): Promise<string> {
  const rule = RULES[endingOf(name)]
  if (rule ? rule.kind !== 'image' : hasEnding(name)) return name
  const found = await signatureOf(path)
  const ending = found && endingProvedBy(found)
  if (!ending) return name
  if (!rule) return `${name}.${ending}`
  const isPicture = RULES[ending]!.kind === 'image' && RULES[ending] !== rule && ending !== 'heic'
  return isPicture ? `${name.slice(0, -endingOf(name).length)}${ending}` : name
}

async function signatureOf(path: string): Promise<string | undefined> {
  return (await fileTypeFromFile(path).catch(nothingUnlessTheMachine))?.ext
}

/** What cannot be known of a file is nothing; that no more files can be opened is not its fault. */
function nothingUnlessTheMachine(error: unknown): undefined {
  if (saysTooManyOpen(error)) throw error
}

async function whyNot(path: string, ending: string, rule: Rule): Promise<string | undefined> {
  if ('text' in rule.look) return whyNotText(await readFile(path))
  if ('office' in rule.look) return whyNotOffice(path, ending, rule, rule.look.office)

  const found = await signatureOf(path)
  if (found === 'heic') return because.heic()
  if (!found || !rule.look.signatures.includes(found)) return because.notWhatItSays(ending, rule)
  if (rule.kind === 'image') return found === 'apng' ? because.moving() : whyNotPicture(path)
  return (await isWhole(rule.mediaType, path)) ? undefined : because.notWhole()
}

function isWhole(mediaType: string, path: string): Promise<boolean> | true {
  if (/^(video|audio)\/mp4$/.test(mediaType)) return isWholeMp4(path)
  return mediaType === 'video/webm' ? isWholeWebm(path) : true
}

function whyNotText(bytes: Buffer): string | undefined {
  const text = readableText(bytes)
  if (text === undefined) return because.notText()
  return looksLikeAPage(text) ? because.aPage() : undefined
}

async function whyNotOffice(path: string, ending: string, rule: Rule, kind: OfficeKind): Promise<string | undefined> {
  const reasons = {
    fine: undefined,
    'not what it says': because.notWhatItSays(ending, rule),
    'has macros': because.macros(),
    'is locked': because.locked(),
    'unpacks too large': because.unpacksTooLarge(),
  }
  return reasons[await lookInsideOffice(path, kind)]
}

async function whyNotPicture(path: string): Promise<string | undefined> {
  const head = await headOf(path)
  if (!head) return because.brokenPicture()
  if (head.moves) return because.moving()
  return head.dots > MOST_DOTS ? because.tooManyDots() : undefined
}

/** WebM holds films and, from Chrome's recorder, plain sound: a film names its codec, such as V_VP9, near the beginning. */
async function holdsFilm(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return /V_(VP8|VP9|AV1|MPEG)/.test(buffer.toString('latin1', 0, bytesRead))
  } finally {
    await file.close()
  }
}
