import type { House } from '../house.js'
import { sendWeeklyLetters } from './sending.js'
import type { BroughtToLetters } from './writing.js'

const tenMinutes = 600_000

/** Looks every ten minutes whose weekly letter is due. @returns how to stop, which waits for the letter that is being written */
export function keepWritingLetters(house: House, brought: BroughtToLetters): () => Promise<void> {
  let writing: Promise<unknown> | undefined
  const write = () => {
    writing ??= house.engine
      .leads()
      .then(ours => (ours ? sendWeeklyLetters(house, brought) : undefined))
      .catch((error: unknown) => house.log.error({ err: error }, 'weekly letters failed'))
      .finally(() => (writing = undefined))
  }
  const soon = setTimeout(write, 30_000)
  const often = setInterval(write, tenMinutes)
  soon.unref()
  often.unref()
  return async () => {
    clearTimeout(soon)
    clearInterval(often)
    await writing
  }
}
