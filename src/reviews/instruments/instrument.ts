/** What a company of people looks at itself with. Four come with the workbench, as data beside this file; networks make their own. */
export interface Instrument {
  /** `sharing-leadership`, or the id of a network's own. */
  id: string
  name: string
  /** What it is for, in a sentence. */
  about: string
  /** How long answering takes. */
  minutes: number
  /** What can be said of a statement, from the lowest to the highest. */
  steps: string[]
  /** For statements that are looked at twice: how much each matters. */
  matters: string[]
  parts: InstrumentPart[]
}

export interface InstrumentPart {
  id: string
  heading: string
  about: string
  items: Item[]
  /** Questions to talk about when everybody has seen the spread. */
  talk: string[]
  helps: Help[]
}

export type Item = StatementItem | ChoiceItem | PlaceItem | WordsItem

interface ItemWords {
  /** The same in every version of an instrument, so that rounds can be put beside each other. */
  id: string
  words: string
  /** A few words that stand for it in pictures and lists. */
  short: string
  /** What you would see if it were true here. */
  seen?: string
}

/** How far it is true here; `twice`: and how much it matters. */
export interface StatementItem extends ItemWords {
  kind: 'statement'
  twice?: true
  /** What it brings and what it costs, for features of a network. */
  brings?: string
  costs?: string
}

export interface ChoiceItem extends ItemWords {
  kind: 'choice'
  choices: { value: string; text: string; seen: string; next: string[] }[]
}

/** A place on the square of structures (across) and processes (up). */
export interface PlaceItem extends ItemWords {
  kind: 'place'
  /** The parts whose statements suggest where it is. */
  across: string
  up: string
}

export interface WordsItem extends ItemWords {
  kind: 'words'
}

/** A way to begin: it would help where few said that these statements are true. */
export interface Help {
  where: string[]
  text: string
}

/** A statement and its few words. */
export const says = (id: string, short: string, words: string, seen?: string): StatementItem => ({
  kind: 'statement',
  ...{ id, short, words },
  ...(seen && { seen }),
})

/** A box for own words at the end of a part. */
export const ownWords = (id: string, words: string): WordsItem => ({ kind: 'words', id, words, short: 'In own words' })

export const help = (text: string, ...where: string[]): Help => ({ where, text })

export const howTrue = ['Not yet', 'Here and there', 'Mostly', 'Right across']

/** The width of the square on which a network is placed, in steps. */
export const widest = 10
