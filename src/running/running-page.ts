import type { Retried, Waits } from './what-waits.js'
import type { Standing } from './standing.js'

export interface RunningPage {
  title: string
  tabs: { href: string; text: string; current: boolean }[]
  standing: Standing
  waits: (Waits & { says: string })[]
  retried: Retried[]
}

declare module '../web/show.js' {
  interface Pages {
    'running/running': RunningPage
  }
}
