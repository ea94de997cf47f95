import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whether this runs from src/ or from dist/src/. */
export const root = folderOfPackage(dirname(fileURLToPath(import.meta.url)))

/** Whether this is our TypeScript, while developing and testing, or what was built of it. */
export const fromSource = import.meta.url.endsWith('.ts')

/** The file of a module of ours as it is run here. @param module from the root and without its ending, such as `src/server` */
export function asRunHere(module: string): string {
  return fromSource ? join(root, `${module}.ts`) : join(root, 'dist', `${module}.js`)
}

function folderOfPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : folderOfPackage(dirname(folder))
}
