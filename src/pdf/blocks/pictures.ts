import type { OpenImage } from '../file/inside-pdfkit.js'
import type { Pen } from '../pen.js'

/** The pictures of one document, each read once. One that cannot be read, or is in a printer's colours, is missing, not an end to the whole PDF. */
export class Pictures {
  private readonly open = new Map<string, OpenImage | undefined>()

  /** @param paths gives the file of each picture: JPEG or PNG, by absolute path */
  constructor(
    private readonly pen: Pen,
    private readonly paths: Record<string, string>,
  ) {}

  find(id: string): OpenImage | undefined {
    if (!this.open.has(id)) this.open.set(id, this.read(id))
    return this.open.get(id)
  }

  private read(id: string): OpenImage | undefined {
    const path = Object.hasOwn(this.paths, id) ? this.paths[id] : undefined
    try {
      const image = path === undefined ? undefined : this.pen.press.openImage(path)
      return image?.colorSpace === 'DeviceCMYK' ? undefined : image
    } catch {
      return undefined
    }
  }
}

/** Width and height as the picture is seen: a camera held upright may have stored it on its side. */
export function uprightSize(image: OpenImage): { width: number; height: number } {
  const turned = (image.orientation ?? 1) > 4
  return turned ? { width: image.height, height: image.width } : { width: image.width, height: image.height }
}
