import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

/** Paints the pictures of the sample into a folder, and gives the path of each by its id. */
export async function paintPictures(folder: string): Promise<Record<string, string>> {
  mkdirSync(folder, { recursive: true })
  const paths = {
    'talk-wall': join(folder, 'talk-wall.jpg'),
    starters: join(folder, 'starters.png'),
    voices: join(folder, 'voices.jpg'),
  }
  await painted(talkWall(), 1600, 1200).jpeg({ quality: 80 }).toFile(paths['talk-wall'])
  await painted(starters(), 1600, 1200).png({ palette: true }).toFile(paths.starters)
  await painted(voices(), 2000, 900).jpeg({ quality: 85 }).toFile(paths.voices)
  return paths
}

function painted(shapes: string, width: number, height: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`
  return sharp(Buffer.from(svg))
}

function talkWall(): string {
  const bubble = (x: number, y: number, colour: string) =>
    `<rect x="${x}" y="${y}" width="300" height="190" rx="60" fill="${colour}"/><path d="M${x + 70} ${y + 180}l-30 70l90-65z" fill="${colour}"/>` +
    [50, 90, 130]
      .map(down => `<rect x="${x + 50}" y="${y + down}" width="${200 - down}" height="10" fill="#333" opacity=".55"/>`)
      .join('')
  const colours = ['#f4d35e', '#9ad1d4', '#f6f1e7', '#ee964b']
  const bubbles = Array.from({ length: 12 }, (_, at) =>
    bubble(90 + (at % 4) * 370, 110 + Math.floor(at / 4) * 340, colours[(at * 3) % 4]!),
  )
  return `<rect width="1600" height="1200" fill="#2e6b5e"/>${bubbles.join('')}`
}

function starters(): string {
  const lines = Array.from(
    { length: 6 },
    (_, at) => `<rect x="420" y="${360 + at * 95}" width="${560 + (at % 3) * 80}" height="26" rx="13" fill="#35647f"/>`,
  )
  return `<rect width="1600" height="1200" fill="#c8a27a"/><rect x="330" y="220" width="940" height="780" rx="36" fill="#fffdf7" transform="rotate(-4 800 600)"/>${lines.join('')}`
}

function voices(): string {
  const charts = [0, 1, 2, 3].map(school => {
    const bars = Array.from({ length: 12 }, (_, week) => {
      const height = 160 + week * (22 + school * 4) + ((week * 37 + school * 53) % 60)
      return `<rect x="${70 + school * 480 + week * 34}" y="${780 - height}" width="24" height="${height}" fill="#0b5a60"/>`
    })
    return `${bars.join('')}<rect x="${60 + school * 480}" y="780" width="424" height="4" fill="#1f2a2e"/>`
  })
  return `<rect width="2000" height="900" fill="#fbf8f3"/>${charts.join('')}`
}
