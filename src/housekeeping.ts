import { join } from 'node:path'
import { forgetOldReads } from './facts/reads/noting.js'
import { sweepHalves } from './captures/half-uploads.js'
import { sweepStore } from './files/sweeping.js'
import { inOne } from './database.js'
import type { House } from './house.js'
import { tidyPdfs } from './pdf/draw.js'
import { renewEnded } from './reach/renewing.js'
import { askForThemeWords } from './termly-reports/waiting/letters-of-theme-words.js'

const day = 86_400_000

/**
 * Once at the start and then daily: pieces in which an agreement has ended, bytes that no row knows, files that nobody went
 * on sending for a week, drawn PDFs that nobody asked for in a month, and copies that were made a month ago before an upgrade; and
 * whose paragraph waits at the end of a term is told.
 */
export function keepTidy({ db, engine, store, cache, log }: House): () => void {
  const tidy = async () => {
    await tidyPdfs(join(cache, 'pdf'), 30)
    if (!(await engine.leads())) return
    while ((await inOne(db, trx => renewEnded(trx))) > 0);
    await askForThemeWords(db)
    await forgetOldReads(db)
    await sweepStore(db, store, new Date(Date.now() - day))
    await sweepHalves(db, store, new Date(Date.now() - 7 * day))
    await engine.forgetCopies(new Date(Date.now() - 30 * day))
  }
  const run = () => void tidy().catch((error: unknown) => log.error({ err: error }, 'tidying failed'))
  const soon = setTimeout(run, 60_000)
  const daily = setInterval(run, day)
  soon.unref()
  daily.unref()
  return () => {
    clearTimeout(soon)
    clearInterval(daily)
  }
}
