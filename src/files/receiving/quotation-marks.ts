/**
 * Follows the quotation marks of a list as it is read (RFC 4180, 2), to say where one was opened that nothing closes. Whoever reads
 * the cells only knows where it noticed, which may be thousands of lines below.
 */
export class QuotationMarks {
  private line = 1
  private within = false
  private openedAt = 0
  private atStart = true
  private closed = false
  private wrong: number | undefined

  /** @param relaxed whether a quotation mark in the middle of a cell is one of its words */
  constructor(
    private readonly delimiter: string,
    private readonly relaxed = false,
  ) {}

  take(text: string): void {
    for (const letter of text) {
      if (letter === '\n') this.line += 1
      if (this.wrong === undefined) this.follow(letter)
    }
  }

  private follow(letter: string): void {
    const ends = letter === this.delimiter || letter === '\n' || letter === '\r'
    if (this.within) {
      if (letter === '"') [this.within, this.closed] = [false, true]
    } else if (this.closed && letter === '"') [this.within, this.closed] = [true, false]
    else if (ends) [this.atStart, this.closed] = [true, false]
    else if (letter === '"' && this.atStart) [this.within, this.atStart, this.openedAt] = [true, false, this.line]
    else if (this.closed && letter.trim() !== '') this.wrong = this.openedAt
    else if (letter === '"' && !this.relaxed) this.wrong = this.line
    else if (letter.trim() !== '') this.atStart = false
  }

  /** The line of the first mark that is not as it should be; undefined where all are. */
  wrongAt(): number | undefined {
    return this.wrong ?? (this.within ? this.openedAt : undefined)
  }
}

export function wrongMarkIn(text: string, delimiter: string, relaxed = false): number | undefined {
  const marks = new QuotationMarks(delimiter, relaxed)
  marks.take(text)
  return marks.wrongAt()
}
