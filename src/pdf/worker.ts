import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { compose } from './compose.js'
import type { Drawing } from './drawing.js'

/** Draws a PDF off the thread that answers pages. */
export default async function draw({ document, picturePath, form, path }: Drawing): Promise<void> {
  await keep(await compose(document, picturePath, form), path)
}

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
