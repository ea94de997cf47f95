/** What the bytes say, when they are text in UTF-8, UTF-16 (with its mark) or Windows-1252; undefined when they are not. */
export function readableText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes)
  return text === undefined || /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? undefined : text
}

/** A browser that guesses might run it, whatever its ending says. */
export function looksLikeAPage(text: string): boolean {
  const beginning = text.slice(0, 65_536)
  return (
    /^\s*(<\?xml|<!--|<!\[CDATA)/i.test(beginning) ||
    /<(!doctype\s|html|head|body|svg|script|iframe|object|embed)([\s/:>]|$)/i.test(beginning)
  )
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  return decode(bytes, 'utf-8') ?? decodedFromWindows(bytes)
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
