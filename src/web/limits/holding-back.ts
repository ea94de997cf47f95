import type { Response } from 'express'

/** Holds an answer back until something has been seen to; it goes out also when that fails. */
export function holdBack(res: Response, wait: () => Promise<unknown>): void {
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  let isHeld = false
  res.end = ((...args: unknown[]) => {
    const goOut = () => void end(...args)
    if (!isHeld) void wait().then(goOut, goOut)
    isHeld = true
    return res
  }) as typeof res.end
}
