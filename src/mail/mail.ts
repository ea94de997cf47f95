import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'

export interface Letter {
  to: string
  subject: string
  /** Plain text; addresses in it are written out in full. */
  text: string
}

export interface Mail {
  /** Whether letters leave the house at all; when not, pages show the link to copy. */
  readonly leaves: boolean
  /** Sends in the background of the request; a letter that could not be sent is logged, never shown as an error. */
  send(letter: Letter): Promise<boolean>
}

/** Mail by SMTP_URL; without one nothing is sent. */
export function mailBy(smtpUrl: string | null, from: string, log: Logger): Mail {
  if (smtpUrl === null) return { leaves: false, send: () => Promise.resolve(false) }
  const transport = createTransport(smtpUrl)
  return {
    leaves: true,
    async send(letter) {
      try {
        await transport.sendMail({ from, ...letter })
        return true
      } catch (error) {
        log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'a letter could not be sent')
        return false
      }
    },
  }
}
