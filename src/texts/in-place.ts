import { textAddress } from './kinds.js'
import type { TextInPlace } from './pages.js'
import type { Saved } from './texts.js'

/** A text as its part of a page shows it (views/shared/_saved-text.ejs). */
export function textInPlace(
  place: { kind: string; owner: string; field: string },
  texts: Record<string, Saved>,
  words: { label: string; hint?: string; rows?: number },
): TextInPlace {
  const { body, version } = texts[place.field] ?? { body: '', version: 0 }
  return { address: textAddress(place.kind, place.owner, place.field), field: place.field, body, version, ...words }
}
