import { parentPort, workerData } from 'node:worker_threads'
import readXlsxFile from 'read-excel-file/node'
import { dayOnCalendar } from '../web/now.js'

const { path, mostRows, mostSheets } = workerData as { path: string; mostRows: number; mostSheets: number }

const sheets = await readXlsxFile(path)
parentPort!.postMessage(
  sheets.slice(0, mostSheets).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, mostRows).map(row => row.map(inWords)),
  })),
)

function inWords(cell: unknown): string {
  if (cell instanceof Date) return dayOnCalendar(cell.getTime())
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
