import { posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { openArchive } from '../../receiving/archive.js'
import { asPart, partOfType, TYPES_PART } from '../../receiving/content-types.js'
import { MAIN_TYPE, type OfficeKind } from '../../receiving/office.js'
import { walkXml } from './xml.js'

const MOST_UNPACKED = 80 * 1024 ** 2

/** What one part of a Word or Excel file leads to. */
export interface Relation {
  id: string
  /** The last word of its kind, such as `worksheet`: the rest differs between the two forms of the standard. */
  type: string
  /** The name of the part that it leads to. */
  part: string
}

/** A Word or Excel file whose parts are unpacked one at a time, all together as far as may be. */
export interface OfficePackage {
  /** The part that holds the document or the list of sheets. */
  main: string
  /** The names of all parts. */
  names: string[]
  relationsOf(part: string): Promise<Relation[]>
  /** @returns undefined where there is no such part */
  read(part: string): Promise<Buffer | undefined>
  close(): void
}

/**
 * Opens a file by what it says of its parts, whatever they are called.
 * @throws Error when it is no archive, has no such part, or unpacks to more than 80 MB or to more than its list says
 */
export async function openOffice(path: string, kind: OfficeKind): Promise<OfficePackage> {
  const archive = await openArchive(path)
  try {
    const names = [...archive.parts.keys()]
    const called = new Map(names.map(name => [asPart(name), name]))
    let left = MOST_UNPACKED
    const read = async (part: string) => {
      const name = called.get(asPart(part))
      if (name === undefined) return undefined
      const bytes = await buffer(await archive.stream(name, left))
      left -= bytes.length
      return bytes
    }
    const types = (await read(TYPES_PART))?.toString('utf8') ?? ''
    const main = partOfType(types, MAIN_TYPE[kind], names)
    if (!main) throw new Error('There is no document and no workbook in this file')
    const relationsOf = async (part: string) => {
      const { dir, base } = posix.parse(part.replaceAll('\\', '/'))
      const rels = await read(posix.join(dir, '_rels', `${base}.rels`))
      return rels ? relationsIn(rels, dir) : []
    }
    return { main, names, relationsOf, read, close: () => archive.close() }
  } catch (error) {
    archive.close()
    throw error
  }
}

function relationsIn(part: Buffer, folder: string): Relation[] {
  const relations: Relation[] = []
  walkXml(part, {
    opens(tag, { Id = '', Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
    },
  })
  return relations
}
