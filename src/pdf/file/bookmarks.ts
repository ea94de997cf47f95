import type { HeadingEntry } from '../../documents/headings.js'
import type { Outline } from './inside-pdfkit.js'
import type { Links } from './links.js'
import type { Paper } from '../paper.js'
import type { Pen } from '../pen.js'

/** The headings as bookmarks beside the pages, each within the one above it, and as places that links can lead to. */
export class Bookmarks {
  private readonly above: { level: number; outline: Outline }[]
  private paper: Pick<Paper, 'magnified' | 'width'> = { magnified: 1, width: 0 }

  constructor(
    private readonly pen: Pen,
    private readonly links: Links,
  ) {
    this.above = [{ level: 0, outline: pen.press.outline }]
  }

  /** The paper of the page that is drawn next. */
  turnTo(paper: Paper): void {
    this.paper = paper
  }

  add({ id, level, text }: HeadingEntry, y: number): void {
    const top = Math.max(0, y - 12) * this.paper.magnified
    this.mark(id, y)
    while (this.above.at(-1)!.level >= level) this.above.pop()
    const options = {
      pageNumber: this.pen.pages - 1,
      fit: false,
      top,
      left: this.paper.width * this.paper.magnified,
      expanded: level < 3,
    }
    const outline = this.above.at(-1)!.outline.addItem(text.replace(/\s+/g, ' ').trim() || 'Untitled', options)
    this.above.push({ level, outline })
  }

  /** A place that links can lead to, and no bookmark. */
  mark(id: string, y: number): void {
    const place = this.links.placeInFile(id)
    const top = Math.max(0, y - 12) * this.paper.magnified
    if (place) this.pen.press.addNamedDestination(place, 'XYZ', 0, top, null as unknown as number)
  }
}
