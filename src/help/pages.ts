import type { keysInPlace, singleKeys } from './keys.js'
import type { RoleHelp } from './roles.js'
import type { Topic } from './topics/topic.js'
import type { whatIf } from './what-if.js'
import type { Meaning } from './words.js'

export interface HelpFrontPage {
  title: string
  /** What the reader is, with their first hour and what they do most; nothing for a stranger. */
  mine: RoleHelp[]
  others: Pick<RoleHelp, 'path' | 'name' | 'about'>[]
  /** Some of them are of those who are signed in. */
  parts: { href: string; name: string; about: string }[]
}

export interface HelpWordsPage {
  title: string
  words: (Meaning & { anchor: string; seeAlso: { text: string; href: string }[] })[]
}

export interface HelpTopicsPage {
  title: string
  about: string
  topics: (Pick<Topic, 'name' | 'about' | 'ways'> & {
    anchor: string
    words: { word: string; means: string; href: string }[]
  })[]
}

export interface HelpRolePage {
  title: string
  role: RoleHelp
  pictures: { alt: string; light: string; dark: string; width: number; height: number }[]
}

export interface HelpWhatIfPage {
  title: string
  questions: ((typeof whatIf)[number] & { anchor: string })[]
}

export interface HelpKeysPage {
  title: string
  single: typeof singleKeys
  inPlace: typeof keysInPlace
}

declare module '../web/show.js' {
  interface Pages {
    'help/front': HelpFrontPage
    'help/words': HelpWordsPage
    'help/topics': HelpTopicsPage
    'help/role': HelpRolePage
    'help/what-if': HelpWhatIfPage
    'help/keys': HelpKeysPage
  }
}
