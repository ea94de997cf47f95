import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.js'

/** Where the parts of the look are; each address changes with what is there, so that browsers may keep it for good. */
/** Where the parts of the look are; each address changes with what is there, so that browsers may keep it for good. */
export interface LookManifest {
  css: string
  js: string
  icon: string
  touchIcon: string
  installing: string
  /** The fonts that nearly every page begins with: of what is worked in, and of headlines. */
  fonts: { text: string; heading: string }
  version: string
}

let built: LookManifest | undefined

/** The look as it was built last. */
export function look(): LookManifest {
  built ??= JSON.parse(readFileSync(join(root, 'dist/assets/manifest.json'), 'utf8')) as LookManifest
  return built
}
