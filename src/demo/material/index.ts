import { bilingual } from './bilingual/index.js'
import { marking } from './marking/index.js'
import { number } from './number/index.js'
import { outdoors } from './outdoors/index.js'
import { reading } from './reading/index.js'
import { revision } from './revision/index.js'
import { talk } from './talk/index.js'
import type { GroupMaterial } from './types.js'

export type * from './types.js'
export { reports } from './reports.js'

/** Everything that the groups of the demo have done so far. All of it is invented. */
export const groupMaterials: GroupMaterial[] = [talk, reading, outdoors, marking, bilingual, number, revision]

/** Where the real files are, from the root of the project. */
export const filesFolder = 'src/demo/material/files'
