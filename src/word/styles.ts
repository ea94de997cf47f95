import { AlignmentType, LevelFormat, LineRuleType, type IStylesOptions, type ILevelsOptions } from 'docx'

/** Sizes are half points, spaces are twentieths of a point, as Word counts. */
const ink = '1f2a2e'
const teal = '0b5a60'
const soft = '545f62'
const serif = 'Georgia'

/** Real styles under their usual names, so that Word's list of headings, its contents and its screen readers work. */
export function stylesFor(language: string): IStylesOptions {
  const heading = (level: number, size: number, before: number) => ({
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: serif, size, bold: true, color: ink },
    paragraph: {
      spacing: { before, after: 120, line: 264, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
  })
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          color: ink,
          language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: serif, size: 52, bold: true, color: ink },
        paragraph: { spacing: { before: 240, after: 160, line: 252, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(1, 36, 480),
      heading2: heading(2, 28, 340),
      heading3: heading(3, 23, 240),
      hyperlink: { run: { color: teal, underline: {} } },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      { id: 'ContentsTitle', name: 'TOC Heading', basedOn: 'Normal', run: { font: serif, bold: true, size: 36 } },
      { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
      {
        ...{ id: 'TOC2', name: 'toc 2', basedOn: 'Normal' },
        paragraph: { spacing: { after: 40 }, indent: { left: 300 } },
      },
      {
        ...{ id: 'Entry', name: 'Entry of a list of sources', basedOn: 'Normal', run: { size: 19 } },
        paragraph: { spacing: { after: 60 } },
      },
      {
        ...{ id: 'Cell', name: 'Words of a table', basedOn: 'Normal', run: { size: 20 } },
        paragraph: { spacing: { after: 0, line: 264, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        run: { font: serif, size: 25, italics: false },
        paragraph: {
          indent: { left: 400 },
          border: { left: { style: 'single', size: 18, color: 'b47b12', space: 12 } },
        },
      },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', quickFormat: true, run: { size: 19, color: soft } },
      { id: 'Kind', name: 'Kind of document', basedOn: 'Normal', run: { bold: true, color: teal } },
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { font: serif, size: 30, color: soft } },
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { font: serif, size: 27 } },
      { id: 'Sure', name: 'How sure', basedOn: 'Normal', run: { bold: true, color: teal, size: 20 } },
      {
        id: 'Claim',
        name: 'Claim',
        basedOn: 'Normal',
        run: { font: serif, bold: true, size: 27 },
        paragraph: { keepNext: true },
      },
      {
        id: 'Code',
        name: 'Code',
        basedOn: 'Normal',
        run: { font: 'Consolas', size: 18 },
        paragraph: { shading: { fill: 'f6f2ea' } },
      },
    ],
  }
}

const DEEPEST = 9

/** Bullets and numbers for lists in lists. */
export function levelsOf(format: 'bullet' | 'decimal', start = 1): ILevelsOptions[] {
  return Array.from({ length: DEEPEST }, (_, level) => ({
    level,
    format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: format === 'bullet' ? ['•', '–', '·'][level % 3]! : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    ...(format === 'decimal' && { start: level === 0 ? start : 1 }),
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
  }))
}
