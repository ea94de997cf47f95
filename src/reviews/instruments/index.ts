import { conditions } from './conditions.js'
import type { ChoiceItem, Instrument, InstrumentPart, Item, PlaceItem } from './instrument.js'
import { partnership } from './partnership.js'
import { sharingLeadership } from './sharing-leadership.js'
import { structuresAndProcesses } from './structures-and-processes.js'

/** Those that come with the workbench. */
export const builtInInstruments: Instrument[] = [sharingLeadership, conditions, structuresAndProcesses, partnership]

/** An instrument as a round has asked it. */
export function instrumentIn(json: string): Instrument {
  return JSON.parse(json) as Instrument
}

export function partsIn(json: string): InstrumentPart[] {
  return JSON.parse(json) as InstrumentPart[]
}

export function itemsOf({ parts }: Pick<Instrument, 'parts'>): Item[] {
  return parts.flatMap(part => part.items)
}

/** Everything that is answered by choosing, as it is kept: a key for each choice. */
export interface Asked {
  key: string
  item: Exclude<Item, { kind: 'words' | 'place' }>
  /** What is asked of it: how far it is true, how much it matters, or which it is. */
  of: 'true' | 'matters' | 'choice'
  choices: { value: string; text: string }[]
}

const steps = (words: string[]) => words.map((text, at) => ({ value: String(at + 1), text }))

export function askedOf(item: Item, { steps: howFar, matters }: Pick<Instrument, 'steps' | 'matters'>): Asked[] {
  if (item.kind === 'choice')
    return [{ key: item.id, item, of: 'choice', choices: item.choices.map(({ value, text }) => ({ value, text })) }]
  if (item.kind !== 'statement') return []
  const first: Asked = { key: item.id, item, of: 'true', choices: steps(howFar) }
  return item.twice ? [first, { key: `${item.id}.matters`, item, of: 'matters', choices: steps(matters) }] : [first]
}

export function isChoice(item: Item): item is ChoiceItem {
  return item.kind === 'choice'
}

export function placeItemOf(instrument: Pick<Instrument, 'parts'>): PlaceItem | undefined {
  return itemsOf(instrument).find(item => item.kind === 'place')
}
