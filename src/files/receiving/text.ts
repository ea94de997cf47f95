import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { saysTooManyOpen } from '../../errors.js'

/** What the bytes say, when they are text in UTF-8, UTF-16 (with its mark) or Windows-1252; undefined when they are not. */
export function readableText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes)
  return text === undefined || /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? undefined : text
}

/**
 * A browser that guesses takes a file for a page by how it begins (WHATWG, MIME Sniffing, 7.1): a text that speaks of `<body>` further
 * down is one all the same.
 */
export function looksLikeAPage(text: string): boolean {
  const beginning = text.slice(0, 65_536).replace(/^[\uFEFF\s]+/, '')
  return (
    /^(<\?xml|<!--|<!\[CDATA)/i.test(beginning) ||
    /^<(!doctype|html|head|body|svg|script|iframe|object|embed|style|title|meta|link|h1|div|font|table|a|b|br|p)([\s/:>]|$)/i.test(
      beginning,
    )
  )
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  const wide = wideWithoutMark(bytes)
  return (wide && decode(bytes, wide)) ?? decode(bytes, 'utf-8') ?? decodedFromWindows(bytes)
}

/** Notepad and some phones write two bytes a letter and no mark: of what is written here, one of the two is nearly always empty. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length, 4096) & ~1
  let [even, odd] = [0, 0]
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  if (looked < 16 || even + odd < looked / 4) return undefined
  return odd > even * 10 ? 'utf-16le' : even > odd * 10 ? 'utf-16be' : undefined
}

/**
 * The words of a text file part by part, for one that is too long to be held at once: in UTF-8 where all of it is, in UTF-16 where its
 * mark says so, else in Windows-1252.
 * @returns undefined where it is no text
 */
export async function partsOfText(path: string): Promise<AsyncIterable<string> | undefined> {
  const encoding = await encodingOf(path)
  return encoding && partsIn(path, encoding)
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows'

async function encodingOf(path: string): Promise<Encoding | undefined> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
  await file.close()
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be'
  if (buffer.subarray(0, bytesRead).includes(0)) return undefined
  try {
    for await (const part of partsIn(path, 'utf-8')) void part
    return 'utf-8'
  } catch (error) {
    if (saysTooManyOpen(error)) throw error
    return 'windows'
  }
}

async function* partsIn(path: string, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows') {
    for await (const part of createReadStream(path, { encoding: 'latin1' }) as AsyncIterable<string>)
      yield asWindows(part)
    return
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}

// Bytes 80 to 9f. Node 20's own decoder takes Windows-1252 for Latin-1 and turns € and curly quotes into control codes.
const WINDOWS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'

/** The five bytes that Windows-1252 leaves empty come out as NUL: then it is something else. */
function decodedFromWindows(bytes: Uint8Array): string {
  return asWindows(Buffer.from(bytes).toString('latin1'))
}

/** Text that was read as Latin-1 though it was written as Windows-1252. */
export function asWindows(latin1: string): string {
  return latin1.replace(/[\u0080-\u009f]/g, letter => WINDOWS[letter.charCodeAt(0) - 0x80]!)
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
