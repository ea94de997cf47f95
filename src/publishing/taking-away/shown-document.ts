import type { PictureAddress } from '../../documents/blocks-to-html.js'
import type { Document } from '../../documents/document.js'
import { headingsOf, type HeadingEntry } from '../../documents/headings.js'
import { htmlOfDocument } from '../../documents/to-html.js'
import { stages, type StageState } from '../../stages.js'

/** A document as a page shows it (views/publishing/_document.ejs). */
export interface ShownDocument {
  kind: string
  heading: string
  subtitle: string
  lines: string[]
  address: string
  track: StageState[]
  contents: HeadingEntry[]
  /** Safe to show as it stands. */
  html: string
}

/** @param pictureAddress where a picture of the document can be fetched, by its id */
export async function shownDocument(document: Document, pictureAddress: PictureAddress): Promise<ShownDocument> {
  const { titlePage } = document
  return {
    kind: document.kindOfDocument,
    heading: titlePage.heading,
    subtitle: titlePage.subtitle ?? '',
    lines: titlePage.lines,
    address: document.address ?? '',
    track: trackOn(document),
    contents: headingsOf(document.parts).filter(entry => entry.level === 2),
    html: await htmlOfDocument(document.parts, { pictureAddress }),
  }
}

function trackOn({ titlePage }: Document): StageState[] {
  return (titlePage.stageTrack ?? []).flatMap(({ stage, state }) => {
    const found = stages.find(one => one.name === stage)
    return found ? [{ key: found.key, name: found.name, state }] : []
  })
}
