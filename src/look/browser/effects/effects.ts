import { fillEffects } from './grid.js'

fillEffects()
