import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Draws docs/rooms.svg from the code: the rooms in their order, and in each row a dot below every room that it knows, by the
 * imports of its files. Run it by `npm run draw`; a test holds the picture against the code.
 */
const src = fileURLToPath(new URL('../src/', import.meta.url))
const picture = fileURLToPath(new URL('./rooms.svg', import.meta.url))

interface DrawnRoom {
  name: string
  about: string
  files: number
  knows: Set<string>
}

function roomsInOrder(): DrawnRoom[] {
  const list = readFileSync(join(src, 'rooms.ts'), 'utf8')
  const names = [...list.matchAll(/from '\.\/([a-z-]+)\/room\.js'/g)].map(found => found[1]!)
  return names.map(name => {
    const files = readdirSync(join(src, name), { recursive: true, encoding: 'utf8' }).filter(one => one.endsWith('.ts'))
    const texts = files.map(file => readFileSync(join(src, name, file), 'utf8'))
    const known = texts.flatMap(text => [...text.matchAll(/from '(?:\.\.\/)+([a-z-]+)\//g)].map(found => found[1]!))
    const about = /about: '([^']*)'/.exec(readFileSync(join(src, name, 'room.ts'), 'utf8'))?.[1] ?? ''
    return {
      name,
      about,
      files: files.length,
      knows: new Set(known.filter(one => one !== name && names.includes(one))),
    }
  })
}

const row = 26
const left = 150
const cell = 22

/** @returns the picture as SVG: one row a room, one column a room that later ones may know */
export function drawRooms(): string {
  const rooms = roomsInOrder()
  const top = 20
  const width = left + rooms.length * cell + 620
  const height = top + rooms.length * row + 20
  const x = (place: number) => left + place * cell + cell / 2
  const y = (place: number) => top + place * row + row / 2
  const lines = rooms.map(({ name, about, files, knows }, place) => {
    const dots = rooms.map((other, column) => {
      if (column > place) return ''
      if (column === place)
        return `<rect x="${x(column) - 6}" y="${y(place) - 6}" width="12" height="12" rx="2" fill="#1f6f6b"/>`
      const known = knows.has(other.name)
      return `<circle cx="${x(column)}" cy="${y(place)}" r="${known ? 5 : 1.5}" fill="${known ? '#b8791f' : '#cfc8bb'}"><title>${name} ${known ? 'knows' : 'does not know'} ${other.name}</title></circle>`
    })
    const said = `${about} (${files} files)`.replace(/&/g, '&amp;')
    return `<text x="8" y="${y(place) + 5}" font-weight="bold">${name}</text>${dots.join('')}<text x="${x(place) + 18}" y="${y(place) + 5}" fill="#54605f">${said}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="14" fill="#1f2a2e" role="img" aria-label="The rooms of the workbench in their order; a dot stands below each earlier room that a room knows">
<rect width="100%" height="100%" fill="#fbf8f3"/>
${lines.join('\n')}
</svg>
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(picture, drawRooms())
