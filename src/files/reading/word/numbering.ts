import { type Attributes, walkXml } from '../office/xml.js'

interface Level {
  format: string
  text: string
  start: number
  /** All numbers in it are plain ones, whatever those above are. */
  plain: boolean
  /** The style of paragraph that stands on this level by itself. */
  style?: string
}

interface Abstract {
  levels: Level[]
  /** It is laid out as a list style says, which another one defines. */
  as?: string
  defines?: string
}

interface Num {
  abstract: string
  /** A list that begins anew, by level. */
  starts: Map<number, number>
}

/** Lists as Word counts them (ECMA-376 part 1, 17.9): what stands before each paragraph of a list, as a reader sees it. */
export class Numbering {
  private readonly abstracts = new Map<string, Abstract>()
  private readonly nums = new Map<string, Num>()
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(part: Buffer | undefined) {
    if (!part) return
    let abstract: Abstract | undefined
    let num: Num | undefined
    let level: Level | undefined
    let override = 0
    walkXml(part, {
      opens: (tag, at: Attributes) => {
        if (tag === 'abstractNum') this.abstracts.set(at.abstractNumId ?? '', (abstract = { levels: [] }))
        else if (tag === 'num') this.nums.set(at.numId ?? '', (num = { abstract: '', starts: new Map() }))
        else if (tag === 'abstractNumId' && num) num.abstract = at.val ?? ''
        else if (tag === 'lvlOverride') override = levelIn(at.ilvl)
        else if (tag === 'startOverride') num?.starts.set(override, Number(at.val) || 0)
        else if (tag === 'numStyleLink' && abstract) abstract.as = at.val
        else if (tag === 'styleLink' && abstract) abstract.defines = at.val
        else if (tag === 'lvl') {
          level = { format: 'decimal', text: '', start: 1, plain: false }
          if (abstract) abstract.levels[levelIn(at.ilvl)] = level
        } else if (level) {
          if (tag === 'numFmt') level.format = at.val ?? 'decimal'
          else if (tag === 'lvlText') level.text = at.val ?? ''
          else if (tag === 'start') level.start = Number(at.val) || 0
          else if (tag === 'isLgl') level.plain = true
          else if (tag === 'pStyle') level.style = at.val
        }
      },
      closes(tag) {
        if (tag === 'lvl') level = undefined
        else if (tag === 'abstractNum') abstract = undefined
        else if (tag === 'num') num = undefined
      },
    })
  }

  /** On which level of a list a style of paragraph stands. */
  levelOf(numId: string, style: string): number {
    const at = this.abstractOf(numId)?.[1].levels.findIndex(level => level?.style === style) ?? -1
    return Math.max(0, at)
  }

  /** What stands before the next paragraph of a list, such as `2.1` or `b)`; undefined where there is no such list. */
  next(numId: string, at: number): string | undefined {
    const [key, abstract] = this.abstractOf(numId) ?? []
    const level = abstract?.levels[at]
    if (!key || !abstract || !level) return undefined
    const counts = this.counts.get(key) ?? []
    this.counts.set(key, counts)
    const start = this.nums.get(numId)?.starts.get(at)
    if (start !== undefined && !this.begun.has(`${numId} ${at}`)) counts[at] = start - 1
    this.begun.add(`${numId} ${at}`)
    counts[at] = counts[at] === undefined ? level.start : counts[at] + 1
    counts.length = at + 1
    for (let above = 0; above < at; above += 1) counts[above] ??= abstract.levels[above]?.start ?? 1
    if (level.format === 'bullet') return '•'
    return level.text.replace(/%([1-9])/g, (_whole, figure: string) => {
      const which = Number(figure) - 1
      const format = abstract.levels[which]?.format ?? 'decimal'
      return written(counts[which] ?? 1, level.plain ? 'decimal' : format)
    })
  }

  private abstractOf(numId: string): [string, Abstract] | undefined {
    const key = this.nums.get(numId)?.abstract
    const abstract = key === undefined ? undefined : this.abstracts.get(key)
    if (!abstract?.as) return abstract && [key!, abstract]
    return [...this.abstracts].find(([, other]) => other.defines === abstract.as) ?? [key!, abstract]
  }
}

function levelIn(said: string | undefined): number {
  const level = Number(said)
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : 0
}

function written(number: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  if (format === 'ordinal') return `${number}${ending(number)}`
  if (/Letter$/.test(format) && number > 0) {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(20, Math.floor((number - 1) / 26) + 1))
    return format.startsWith('upper') ? letter.toUpperCase() : letter
  }
  if (/Roman$/.test(format) && number > 0 && number < 4000) {
    const roman = inRoman(number)
    return format.startsWith('upper') ? roman : roman.toLowerCase()
  }
  return String(number)
}

function ending(number: number): string {
  if (number % 100 > 10 && number % 100 < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function inRoman(number: number): string {
  let left = number
  let roman = ''
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) roman += letters
  return roman
}
