import type { Response } from 'express'
import { Refusal } from '../errors.js'
import type { Reader } from '../names/reader.js'

declare module 'express-serve-static-core' {
  interface Locals {
    person?: Reader
    notice?: string | null
  }
}

/** Thrown where somebody must be signed in; the error page turns it into the way to sign in, keeping what was typed. */
export class SignInFirst extends Refusal {
  constructor() {
    super(401, 'Please sign in', 'Sign in to go on.')
  }
}

/** Whoever asks, with the names under which they read. @throws SignInFirst */
export function signedIn(res: Response): Reader {
  if (!res.locals.person) throw new SignInFirst()
  return res.locals.person
}
