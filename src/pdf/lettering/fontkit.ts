import { createRequire } from 'node:module'
import type * as Fontkit from 'fontkit'

const require = createRequire(import.meta.url)

/** Reads fonts. It takes a tenth of a start, and most pages need none: it is opened with the first font. */
export const fontkit = () => require('fontkit') as typeof Fontkit
