import { families } from './families.js'
import { language } from './language.js'
import { memory } from './memory.js'
import type { ThemeMaterial } from './types.js'
import { world } from './world.js'

export const themeMaterials: ThemeMaterial[] = [language, world, memory, families]
