import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/** The version of this program, as package.json says it. */
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
