import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * What a test file needs decides with whom it runs: `pages` the demo and a page of each kind, `demo` the played demo,
 * `browser` a real browser, `app` the house, `units` none of these.
 */
export type Kind = 'pages' | 'demo' | 'browser' | 'app' | 'units'

const doors: [door: string, kind: Kind][] = [
  ['tests/demo/demo-house.ts', 'demo'],
  ['tests/browser.ts', 'browser'],
  ['tests/world.ts', 'app'],
]

/** Every test file by its kind, read off what it imports, so that a new one is never in the wrong place. */
export function testsByKind(root: string): Record<Kind, string[]> {
  const byKind: Record<Kind, string[]> = { pages: [], demo: [], browser: [], app: [], units: [] }
  for (const file of readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.test.ts')) byKind[kindOf(root, join('tests', file))].push(join('tests', file))
  return byKind
}

function kindOf(root: string, file: string): Kind {
  if (readFileSync(join(root, file), 'utf8').includes('vi.mock(')) return 'pages'
  const known = new Set([file])
  for (const one of known) for (const next of testsImportedBy(root, one)) known.add(next)
  return doors.find(([door]) => known.has(door))?.[1] ?? 'units'
}

/** The other files of tests that this one knows; what the house itself imports is not asked for. */
function testsImportedBy(root: string, file: string): string[] {
  const words = readFileSync(join(root, file), 'utf8')
  return [...words.matchAll(/ from '(\.[^']+)\.js'/g)]
    .map(([, path]) => `${relative(root, join(root, dirname(file), path!))}.ts`)
    .filter(path => path.startsWith('tests/'))
}
