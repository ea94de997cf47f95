import { inlinesHtml } from '../../documents/inlines-to-html.js'
import { inlineText } from '../../documents/inline-text.js'
import { harvard, harvardText } from '../citing/harvard.js'
import { kindName } from './kinds.js'
import { makersOf } from '../citing/names.js'
import { addressOf, type Reference, type Said } from './references.js'
import { shortForm } from '../citing/short-forms.js'

/** A reference as pages show it. */
export interface ShownReference {
  id: string
  href: string
  key: string
  /** `[@wiliam2011]`, to be typed into a text */
  cite: string
  /** The full reference as safe HTML. */
  html: string
  /** The full reference in plain words. */
  line: string
  /** `Wiliam (2011)` */
  short: string
  kind: string
  sharedAt: string | null
  /** It came as one line, without anybody's name or a year. */
  bare: boolean
  said: Said[]
}

export function shownReference(reference: Reference & { letter?: string }, said: Said[] = []): ShownReference {
  const { id, key, work, letter = '', sharedAt } = reference
  return {
    id,
    key,
    sharedAt,
    href: addressOf(reference),
    cite: `[@${key}]`,
    html: inlinesHtml(harvard(work, letter)),
    line: harvardText(work, letter),
    short: inlineText(shortForm(work, letter)),
    kind: kindName(work),
    bare: makersOf(work).names.length === 0 && !work.issued,
    said: said.filter(one => one.referenceId === id),
  }
}
