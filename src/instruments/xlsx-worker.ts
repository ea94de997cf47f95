import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

const { path, mostRows } = workerData as { path: string; mostRows: number }

const rows = await readSheet(path)
parentPort!.postMessage(rows.slice(0, mostRows).map(row => row.map(inWords)))

function inWords(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
