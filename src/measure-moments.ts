import { actionMoments } from './actions/moments.js'
import type { Moments } from './instruments/moments.js'

/** What later rooms mark on the run charts of measures. */
export const measureMoments: Moments[] = [actionMoments]
