import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { compose } from './compose.js'
import type { Drawing } from './drawing.js'

/** Draws one PDF after another, off the thread that answers pages. */
parentPort!.on('message', async (drawing: Drawing) => {
  try {
    await keep(await compose(drawing.document, drawing.picturePath, drawing.form), drawing.path)
    parentPort!.postMessage({ done: true })
  } catch (error) {
    parentPort!.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

/** Under its name there is either the whole PDF, safely on disk, or nothing. */
async function keep(bytes: Buffer, path: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.${Date.now()}.part`
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
