import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The headless shell draws the same pages with half the work; a whole Chromium does as well. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]
const packages = ['chromium-headless-shell', 'chromium']

/** A real Chromium: the one in CHROMIUM, or installed, or installed now by apt where this is Debian and we are root. */
export function chromiumPath(): string {
  const found = installed() ?? installedNow()
  if (found) return found
  throw new Error(
    'The tests need a real browser. Install Chromium (on Debian: apt-get install chromium-headless-shell, or chromium), or set CHROMIUM to its path.',
  )
}

function installed(): string | undefined {
  return [process.env.CHROMIUM, ...places].find(place => place && existsSync(place))
}

function installedNow(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  if (!aptGet('update', '-qq')) return undefined
  // The shell is missing on some systems, so one that is not there must not keep the other away.
  for (const name of packages) if (aptGet('install', '-y', '-qq', '--no-install-recommends', name)) break
  return installed()
}

function aptGet(...words: string[]): boolean {
  try {
    execFileSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}
