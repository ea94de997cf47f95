import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  type IFrameOptions,
  LineRuleType,
  Paragraph,
  TextRun,
  VerticalPositionAlign,
  XmlAttributeComponent,
  XmlComponent,
} from 'docx'
import type { Block } from '../documents/document.js'
import type { WordPicture } from './pictures.js'

/** A frame at the right, in which a picture and its caption stand beside the words that follow; these are read after it. */
export function besideWords({ width }: WordPicture): IFrameOptions {
  return {
    type: 'alignment',
    alignment: { x: HorizontalPositionAlign.RIGHT, y: VerticalPositionAlign.TOP },
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.TEXT },
    width: width * TWIPS,
    height: 0,
    rule: HeightRule.AUTO,
    space: { horizontal: 240, vertical: 60 },
    wrap: FrameWrap.AROUND,
  }
}

/** A pixel of the page, in twentieths of a point. */
const TWIPS = 15

export function mayStandBeside({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list' || kind === 'drawing'
}

/** What follows begins below the picture, however few words stood beside it. */
export function belowThePicture(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ size: 2, children: [new BreakBelow()] })],
  })
}

class BreakBelow extends XmlComponent {
  constructor() {
    super('w:br')
    this.root.push(new ClearsAll({ type: 'textWrapping', clear: 'all' }))
  }
}

class ClearsAll extends XmlAttributeComponent<{ type: string; clear: string }> {
  protected override readonly xmlKeys = { type: 'w:type', clear: 'w:clear' }
}
