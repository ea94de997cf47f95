import { type FileHandle, open } from 'node:fs/promises'
import { BadInput } from '../../errors.js'
import { because } from '../receiving/rules.js'
import { Unreadable } from './bytes.js'
import { takeTurns } from '../../web/limits/taking-turns.js'
import { blankMp3 } from './in-mp3.js'
import { blankMp4 } from './in-mp4.js'
import { blankOgg } from './in-ogg.js'
import { blankWav } from './in-wav.js'
import { blankWebm } from './in-webm.js'

/** Takes out of a recording whatever is not sound or picture. @returns whether it changed anything @throws Unreadable */
type Blanking = (file: FileHandle, size: number) => Promise<boolean>

const BLANKINGS: Record<string, Blanking> = {
  'audio/mpeg': blankMp3,
  'audio/mp4': blankMp4,
  'audio/wav': blankWav,
  'video/mp4': blankMp4,
  'audio/ogg': blankOgg,
  'audio/webm': blankWebm,
  'video/webm': blankWebm,
}

// An MP3 and an Ogg file are read as a whole, up to 50 MB each.
const inTurn = takeTurns({ atOnce: 2, waiting: 40, full: () => new BadInput(because.busy(), 503) })

/**
 * Phones, cameras and programs write place, time, device, owner and names into films and recordings. All of that is taken
 * out, in the file itself; the sound and the picture stay as they are.
 * @returns whether anything was taken out; sound and film alone hold such traces, other kinds of files stay as they are
 * @throws BadInput with a sentence when the file does not hold together, so that we could not know what else is in it
 */
export async function blankTraces(path: string, mediaType: string): Promise<boolean> {
  const blanking = BLANKINGS[mediaType]
  if (!blanking) return false
  return inTurn(async () => {
    const file = await open(path, 'r+')
    try {
      return await blanking(file, (await file.stat()).size)
    } catch (error) {
      if (error instanceof Unreadable) throw new BadInput(because.brokenRecording(), 422)
      throw error
    } finally {
      await file.close()
    }
  })
}
