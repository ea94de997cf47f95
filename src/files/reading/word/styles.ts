import { isOn, walkXml } from '../office/xml.js'

interface Style {
  basedOn?: string
  numId?: string
  level?: number
  hidden?: boolean
}

/** Where a paragraph of a style stands in a list, and whether what is written in a style is seen at all. */
export class Styles {
  private readonly styles = new Map<string, Style>()

  constructor(part: Buffer | undefined) {
    if (!part) return
    let style: Style | undefined
    walkXml(part, {
      opens: (tag, at) => {
        if (tag === 'style') this.styles.set(at.styleId ?? '', (style = {}))
        else if (!style) return
        else if (tag === 'basedOn') style.basedOn = at.val
        else if (tag === 'numId') style.numId = at.val
        else if (tag === 'ilvl') style.level = Number(at.val) || 0
        else if (tag === 'vanish') style.hidden = isOn(at)
      },
      closes(tag) {
        if (tag === 'style') style = undefined
      },
    })
  }

  /** The list that a style belongs to, and its level where the style says it. */
  listOf(style: string): { numId: string; level?: number; style: string } | undefined {
    for (const [id, one] of this.upwards(style))
      if (one.numId !== undefined) return { numId: one.numId, level: one.level, style: id }
    return undefined
  }

  hides(style: string): boolean {
    for (const [, one] of this.upwards(style)) if (one.hidden !== undefined) return one.hidden
    return false
  }

  private *upwards(style: string): Generator<[string, Style]> {
    const seen = new Set<string>()
    for (let id: string | undefined = style; id && !seen.has(id); id = this.styles.get(id)?.basedOn) {
      seen.add(id)
      const one = this.styles.get(id)
      if (one) yield [id, one]
    }
  }
}
