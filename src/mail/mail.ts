import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { CalendarDate } from '../icalendar/calendar-date.js'
import { letterEvent } from '../icalendar/calendar-text.js'
import type { PostOfficeSays } from './returning.js'

export interface Letter {
  to: string
  subject: string
  /** Plain text; addresses in it are written out in full. */
  text: string
  /** Where letters of its kind are stopped by one press, for mail programs that offer it. */
  off?: string
  /** The date that it is about, which goes along for the calendar of whoever reads it. */
  date?: CalendarDate
  /** The dates of the other letters that go out as one with it. */
  furtherDates?: CalendarDate[]
}

export interface Mail {
  /** Whether letters leave the house at all; when not, pages show the link to copy. */
  readonly leaves: boolean
  /** Sends in the background of the request; a letter that could not be sent is logged, never shown as an error. */
  send(letter: Letter): Promise<boolean>
  /** Waits for the letters that are on their way, before the house closes. */
  settled?(): Promise<void>
}

const seconds = 1000

/** Mail by SMTP_URL; without one nothing is sent. @param baseUrl where the pages stand of which letters tell */
export function mailBy(
  { smtpUrl, baseUrl }: { smtpUrl: string | null; baseUrl: string },
  log: Logger,
  says?: PostOfficeSays,
): Mail {
  if (smtpUrl === null) return { leaves: false, send: () => Promise.resolve(false) }
  const from = `no-reply@${new URL(baseUrl).hostname}`
  const transport = createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10 * seconds,
      greetingTimeout: 10 * seconds,
      socketTimeout: 30 * seconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: `Enquiry Workbench <${from}>` },
  )
  const underway = new Set<Promise<boolean>>()

  async function post({ to, subject, text, date, furtherDates = [], off }: Letter): Promise<boolean> {
    const along = date ? { icalEvent: letterEvent([date, ...furtherDates], { baseUrl, from }) } : {}
    try {
      // An address object is taken as one recipient, whatever signs are in it.
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        ...along,
        ...(off && { list: { unsubscribe: off } }),
      })
      await says?.arrived(to)
      return true
    } catch (error) {
      const refused = refusedFor(error)
      if (refused) await says?.returned(to, refused)
      log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'a letter could not be sent')
      return false
    }
  }

  return {
    leaves: true,
    send(letter) {
      const sending = post(letter)
      underway.add(sending)
      void sending.finally(() => underway.delete(sending))
      return sending
    },
    async settled() {
      await Promise.all(underway)
      transport.close()
    },
  }
}

/** The number with which an address was refused for good; a full house, a wrong password or a silent office is none. */
function refusedFor(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EENVELOPE') return undefined
  const { rejected, responseCode } = error as { rejected?: unknown[]; responseCode?: number }
  return rejected?.length && responseCode !== undefined && responseCode >= 500 ? String(responseCode) : undefined
}
