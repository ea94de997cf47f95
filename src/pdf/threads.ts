import { OwnThreads, type ThreadLimits } from '../heavy/own-threads.js'
import { PdfFailed, type Drawing } from './drawing.js'

const usual: ThreadLimits = {
  of: 'PDFs',
  weight: 'heavy',
  atOnce: 2,
  waiting: 40,
  milliseconds: 60_000,
  megabytes: 768,
}

/** Threads that draw PDFs, each of them whole under its path or not there. */
export function pdfThreads(limits: Partial<ThreadLimits> = {}): OwnThreads<Drawing, void> {
  return new OwnThreads(
    'src/pdf/worker',
    { ...usual, ...limits },
    {
      full: () => new PdfFailed('Many PDFs are being drawn just now. Please try again in a minute.'),
      tooSlow: () => new PdfFailed('This PDF took too long to draw, so we stopped. The page itself can still be read.'),
      failed: cause => new PdfFailed('This PDF could not be drawn. The page itself can still be read.', { cause }),
    },
  )
}
