import { estimated, type Weakness } from './estimating.js'

/** Estimates a password off the thread that answers pages. */
export default function weakness({ password, around }: { password: string; around: string[] }): Weakness | undefined {
  return estimated(password, around)
}
