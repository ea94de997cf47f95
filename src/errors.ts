/** A refusal is a sentence for the reader, with the status that a browser is told. Anything else is our mistake. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly heading: string,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options)
  }
}

/** What is missing and what may not be seen are the same to the one who asks. */
export class NotFound extends Refusal {
  constructor(what = 'page') {
    super(404, 'We cannot find that', `There is no ${what} at this address, or it is not shared with you.`)
  }
}

export class NotAllowed extends Refusal {
  constructor(sentence = 'You can see this, but changing it is for other people in the group or network.') {
    super(403, 'That is not yours to do', sentence)
  }
}

export class Conflict extends Refusal {
  /** @param way where it stands how it is now */
  constructor(
    sentence: string,
    readonly way: { href: string; text: string } | null = null,
  ) {
    super(409, 'Something changed meanwhile', sentence)
  }
}

export class BadInput extends Refusal {
  constructor(sentence: string, status = 400) {
    super(status, 'We could not read that', sentence)
  }
}

export class TooLarge extends Refusal {
  constructor(sentence: string) {
    super(413, 'That is too large', sentence)
  }
}

export class TooMany extends Refusal {
  constructor(
    sentence: string,
    /** After how many seconds it may be tried again. */
    readonly seconds = 60,
  ) {
    super(429, 'Please wait a moment', sentence)
  }
}

export class DiskFull extends Refusal {
  constructor() {
    super(
      507,
      'There is no room left',
      'The workbench has no room left to store this. Nothing you typed is lost: please tell the person who looks after it, and try again later.',
    )
  }
}

const codesOfAFullDisk = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', '53100'])
/** An error that comes from a thread keeps its words and loses its code. */
const wordsOfAFullDisk = /^(ENOSPC|EDQUOT): /

/** Whether a disk or a database says that it is full, also where whoever asked it threw an error of their own about that. */
export function saysFull(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof DiskFull || isOfAFullDisk(one)) return true
  return false
}

function isOfAFullDisk({ code, message }: NodeJS.ErrnoException): boolean {
  return codesOfAFullDisk.has(code ?? '') || wordsOfAFullDisk.test(message)
}

/** What the workbench stands on cannot be reached for the moment; it comes back by itself. */
export class Away extends Refusal {
  /** After how many seconds it may be tried again. */
  readonly seconds = 5

  constructor(what = 'its database', options?: ErrorOptions) {
    super(
      503,
      'Back in a moment',
      `The workbench cannot reach ${what} just now. Nothing you typed is lost: go back, and send it again in a moment.`,
      options,
    )
  }
}

const codesOfTooManyOpen = new Set(['EMFILE', 'ENFILE', 'SQLITE_CANTOPEN'])

/** Whether the machine lets no more files be opened for the moment, or the database could not be opened again. */
export function saysTooManyOpen(error: unknown): boolean {
  return error instanceof Error && codesOfTooManyOpen.has((error as NodeJS.ErrnoException).code ?? '')
}

/** What a disk threw, in words for the reader: it is full, or no more files can be opened; anything else as it is. */
export function fromTheDisk(error: unknown): Error {
  if (saysFull(error)) return new DiskFull()
  return saysTooManyOpen(error) ? new Away('its files', { cause: error }) : (error as Error)
}

/** Refuses unless the answer of a `may…` is yes. */
export function allow(may: boolean, sentence?: string): void {
  if (!may) throw new NotAllowed(sentence)
}
