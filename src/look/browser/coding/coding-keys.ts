import { type Chosen, rangeOf } from './coding-places.js'

interface Unit {
  from: number
  to: number
}

/** Choosing words of one text with the arrow keys: by word, by sentence, with Shift for more. */
export class ChoosingByKeys {
  private anchor: Unit | null = null
  private head: Unit | null = null

  constructor(private readonly said: (words: string) => void) {}

  get chosen(): boolean {
    return this.head !== null
  }

  forget(): void {
    this.anchor = this.head = null
  }

  /** @returns whether the key was one of ours */
  press(event: KeyboardEvent, where: HTMLElement): boolean {
    const unit = this.unitFor(event.key, where)
    if (!unit) return false
    this.head = unit
    if (!event.shiftKey || !this.anchor) this.anchor = unit
    const { startsAt, endsAt } = this.place(where)
    const range = rangeOf(where, { startsAt, endsAt })
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    keepInSight(rangeOf(where, { startsAt: unit.from, endsAt: unit.to }))
    this.said(where.textContent.slice(startsAt, endsAt))
    return true
  }

  place(where: HTMLElement): Chosen {
    const [one, other] = [this.anchor!, this.head!]
    return {
      text: where.dataset.text!,
      startsAt: Math.min(one.from, other.from),
      endsAt: Math.max(one.to, other.to),
    }
  }

  private unitFor(key: string, where: HTMLElement): Unit | undefined {
    const at = this.head?.from ?? -1
    switch (key) {
      case 'ArrowRight':
        return wordUnitsIn(where).find(unit => unit.from > at) ?? this.head ?? undefined
      case 'ArrowLeft':
        return wordUnitsIn(where).findLast(unit => unit.from < at) ?? wordUnitsIn(where)[0]
      case 'ArrowDown':
        return sentenceUnitsIn(where).find(unit => unit.from > at) ?? this.head ?? undefined
      case 'ArrowUp':
        return sentenceUnitsIn(where).findLast(unit => unit.from < at) ?? sentenceUnitsIn(where)[0]
      case 'Home':
        return wordUnitsIn(where)[0]
      case 'End':
        return wordUnitsIn(where).at(-1)
      default:
        return undefined
    }
  }
}

function wordUnitsIn(where: HTMLElement): Unit[] {
  return [...where.textContent.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
}

/** Where sentences begin and end is the workbench's to say. */
function sentenceUnitsIn(where: HTMLElement): Unit[] {
  return (where.dataset.sentences ?? '')
    .split(' ')
    .filter(Boolean)
    .map(pair => {
      const [from, to] = pair.split('-').map(Number) as [number, number]
      return { from, to }
    })
}

const margin = 96

/** Scrolls only as far as the words ask for: what they stand in may be as long as the whole text. */
function keepInSight(words: Range): void {
  const { top, bottom } = words.getBoundingClientRect()
  const { clientHeight } = document.documentElement
  if (top < margin) scrollBy(0, top - margin)
  else if (bottom > clientHeight - margin) scrollBy(0, bottom - clientHeight + margin)
}
