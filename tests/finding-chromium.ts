import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** A real Chromium: the one in CHROMIUM, or installed, or installed now by apt where this is Debian and we are root. */
export function chromiumPath(): string {
  const found = installed() ?? installedNow()
  if (found) return found
  throw new Error(
    'The tests need a real browser. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM to its path.',
  )
}

function installed(): string | undefined {
  return [process.env.CHROMIUM, ...places].find(place => place && existsSync(place))
}

function installedNow(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env })
  } catch {
    return undefined
  }
  return installed()
}
