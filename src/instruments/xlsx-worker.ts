import { parentPort, workerData } from 'node:worker_threads'
import readXlsxFile from 'read-excel-file/node'

const { path, mostRows, mostSheets } = workerData as { path: string; mostRows: number; mostSheets: number }

const sheets = await readXlsxFile(path)
parentPort!.postMessage(
  sheets.slice(0, mostSheets).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, mostRows).map(row => row.map(inWords)),
  })),
)

function inWords(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
