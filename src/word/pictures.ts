import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Block, Document, Figure } from '../documents/document.js'
import { readSvg, sizeOf, writeSvg } from '../documents/svg.js'

/** A picture as Word holds it, in pixels of the page. */
export interface WordPicture {
  data: Buffer
  type: 'png' | 'jpg'
  width: number
  height: number
}

/** A picture that deserves the width, and any other. */
const WIDEST = 600
const USUAL = 420
const BESIDE_WORDS = 260
const HIGHEST = 480
const SHARPNESS = 2.5

/** Every picture of a document by its id, and every drawing by its text. One that cannot be read is left out. */
export async function picturesOf(document: Document, paths: Record<string, string>): Promise<Map<string, WordPicture>> {
  const found = new Map<string, WordPicture>()
  for (const block of flat(document.parts)) {
    if (block.kind === 'figure' && paths[block.picture.id] && !found.has(block.picture.id))
      await kept(found, block.picture.id, () => photograph(paths[block.picture.id]!, widestOf(block)))
    if ((block.kind === 'chart' || block.kind === 'drawing') && block.svg)
      await kept(found, block.svg, () => drawn(block.svg, block.kind === 'drawing' ? block.width * 1.33 : 460))
  }
  return found
}

function widestOf({ wide, beside }: Figure): number {
  if (beside) return BESIDE_WORDS
  return wide ? WIDEST : USUAL
}

async function kept(found: Map<string, WordPicture>, key: string, read: () => Promise<WordPicture | undefined>) {
  const picture = await read().catch(() => undefined)
  if (picture) found.set(key, picture)
}

/** Upright and without anything that a camera writes beside a picture. */
async function photograph(path: string, widest: number): Promise<WordPicture> {
  const { data, info } = await sharp(await readFile(path), { limitInputPixels: 50_000_000 })
    .autoOrient()
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { data, type: 'jpg', ...fitted(info.width, info.height, widest) }
}

async function drawn(svg: string, width: number): Promise<WordPicture | undefined> {
  const root = readSvg(svg)
  if (!root) return undefined
  const size = sizeOf(root)
  const placed = fitted(size.width, size.height, width)
  const [across, down] = [Math.round(placed.width * SHARPNESS), Math.round(placed.height * SHARPNESS)]
  const shapes = writeSvg(root).replace(
    '<svg',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}"`,
  )
  const data = await sharp(Buffer.from(withoutOwnSize(shapes)))
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer()
  return { data, type: 'png', ...placed }
}

/** The drawing's own width and height give way to those that were put first. */
function withoutOwnSize(svg: string): string {
  const end = svg.indexOf('>')
  const seen = new Set<string>()
  const head = svg.slice(0, end).replace(/ ([\w:-]+)="[^"]*"/g, (all, name: string) => {
    if (seen.has(name)) return ''
    seen.add(name)
    return all
  })
  return `${head}${svg.slice(end)}`
}

function fitted(width: number, height: number, widest: number): { width: number; height: number } {
  const scale = Math.min(widest / width, HIGHEST / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

function flat(blocks: Block[]): Block[] {
  return blocks.flatMap(block => {
    if (block.kind === 'quotation') return flat(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(item => flat(item.blocks))
    return [block]
  })
}
