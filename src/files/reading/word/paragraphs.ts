interface Paragraph {
  words: string[]
  letters: number
  style: string
  numId?: string
  level?: number
  /** What stands in boxes that hang on it. */
  boxes: Block[]
}

interface Block {
  words: string
  isOfList: boolean
}

/** Paragraphs, tables and boxes as they come, put together as plain lines. They may stand in one another. */
export class Paragraphs {
  /** How many letters were said, over all. */
  letters = 0
  private readonly flows: Block[][] = [[]]
  private readonly open: Paragraph[] = []
  private readonly tables: string[][] = []
  private readonly rows: string[][] = []

  get isOpen(): boolean {
    return this.open.length > 0
  }

  get style(): string {
    return this.open.at(-1)?.style ?? ''
  }

  /** A place in the open paragraph. */
  get here(): number {
    return this.open.at(-1)?.words.length ?? 0
  }

  begin(): void {
    this.open.push({ words: [], letters: 0, style: '', boxes: [] })
  }

  set(place: { style?: string; numId?: string; level?: number }): void {
    const paragraph = this.open.at(-1)
    if (paragraph) Object.assign(paragraph, place)
  }

  say(words: string): void {
    const paragraph = this.open.at(-1)
    if (!paragraph || words === '') return
    paragraph.words.push(words)
    this.letters += words.length
  }

  cutFrom(place: number): string {
    return this.open.at(-1)?.words.splice(place).join('') ?? ''
  }

  /** @param lead what stands before it as one of a list; undefined where it is none */
  end(lead: (place: Pick<Paragraph, 'style' | 'numId' | 'level'>) => string | undefined): void {
    const paragraph = this.open.pop()
    if (!paragraph) return
    const said = paragraph.words.join('')
    const front = said.trim() === '' ? undefined : lead(paragraph)
    this.add({ words: (front ?? '') + said, isOfList: front !== undefined })
    for (const block of paragraph.boxes) this.add(block)
  }

  beginTable(): void {
    this.tables.push([])
  }

  beginRow(): void {
    this.rows.push([])
  }

  beginCell(): void {
    this.flows.push([])
  }

  endCell(): void {
    const words = this.endBlock('\n')
    this.rows.at(-1)?.push(words)
  }

  endRow(): void {
    const row = this.rows.pop()
    if (row) this.tables.at(-1)?.push(row.join('\t'))
  }

  endTable(): void {
    const table = this.tables.pop()
    if (table) this.add({ words: table.join('\n'), isOfList: false })
  }

  beginBox(): void {
    this.flows.push([])
  }

  endBox(): void {
    if (this.flows.length < 2) return
    const blocks = this.flows.pop()!
    const paragraph = this.open.at(-1)
    if (paragraph) paragraph.boxes.push(...blocks)
    else this.flows.at(-1)!.push(...blocks)
  }

  /** What stands in a cell or a note, as one block. */
  endBlock(apart = '\n\n'): string {
    return this.flows.length > 1 ? together(this.flows.pop()!, apart) : ''
  }

  whole(): string {
    return together(this.flows[0]!, '\n\n')
  }

  private add(block: Block): void {
    this.flows.at(-1)!.push(block)
  }
}

function together(blocks: Block[], apart: string): string {
  return blocks
    .map((block, at) => (at === 0 ? '' : block.isOfList && blocks[at - 1]!.isOfList ? '\n' : apart) + block.words)
    .join('')
}
