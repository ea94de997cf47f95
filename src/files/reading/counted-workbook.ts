import { buffer } from 'node:stream/consumers'
import { openArchive } from '../receiving/archive.js'
import { ZipFile } from 'yazl'
import { CellCounter, countedSheet } from './counted-sheet.js'

const MOST_UNPACKED = 80 * 1024 ** 2
// What stands beside the cells, and is often larger than they are.
const BESIDE = /(^|\/)(drawings|charts|chartsheets|pivotCache|pivotTables|theme|externalLinks|customXml|docProps)\//

/**
 * The parts of a workbook that hold its cells, unpacked and packed anew with only as many cells as may be built, so that
 * what was counted is what is read.
 * @throws Error when it is no archive, or unpacks to more than 80 MB or to more than its list says
 */
export async function countedWorkbook(
  path: string,
  mostCells: number,
): Promise<{ bytes: ArrayBuffer; stoppedAt?: string }> {
  const counter = new CellCounter(mostCells)
  const counted = new ZipFile()
  const archive = await openArchive(path)
  try {
    let unpacked = 0
    for (const name of [...archive.parts.keys()].filter(name => /\.(xml|rels)$/.test(name) && !BESIDE.test(name))) {
      const part = await buffer(await archive.stream(name, MOST_UNPACKED - unpacked))
      unpacked += part.length
      counted.addBuffer(part.includes('sheetData') ? countedSheet(part, counter) : part, name, { compress: false })
    }
  } finally {
    archive.close()
  }
  counted.end()
  const bytes = await buffer(counted.outputStream)
  return {
    bytes: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    stoppedAt: counter.stoppedAt,
  }
}
