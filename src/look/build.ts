import { createHash } from 'node:crypto'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import { fontFaces } from './fonts.js'

export interface LookManifest {
  css: string
  js: string
  version: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds everything the browser fetches (stylesheet, script, fonts, icon) and says where it is. */
export async function buildLook(folder = path.join(root, 'dist/assets')): Promise<LookManifest> {
  await mkdir(path.join(folder, 'fonts'), { recursive: true })
  const [css, js] = await Promise.all([stylesheet(folder), script(), sendIcons(folder)])
  const version = createHash('sha256').update(css).update(js).digest('hex').slice(0, 12)
  const manifest = { css: '/assets/workbench.css', js: '/assets/workbench.js', version }
  await writeFile(path.join(folder, 'workbench.css'), css)
  await writeFile(path.join(folder, 'workbench.js'), js)
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  return manifest
}

async function stylesheet(folder: string): Promise<string> {
  const faces = await fontFaces()
  await Promise.all(faces.map(face => copyFile(face.from, path.join(folder, 'fonts', face.file))))
  const sheet = sass.compile(path.join(root, 'src/look/workbench.scss'), {
    loadPaths: [path.join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  return withoutMark(sheet.css).replace(/^(@charset "UTF-8";)?/, start => start + faces.map(face => face.css).join(''))
}

/** Sass starts a file that holds more than ASCII with a byte order mark, which would hide the first rule from us. */
function withoutMark(css: string): string {
  return css.replace(/^\uFEFF/, '')
}

async function script(): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [path.join(root, 'src/look/browser/main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  })
  return built.outputFiles[0]!.text
}

async function sendIcons(folder: string): Promise<void> {
  const from = path.join(root, 'src/look/icons')
  await copyFile(path.join(from, 'icon.svg'), path.join(folder, 'icon.svg'))
  await copyFile(path.join(from, 'manifest.webmanifest'), path.join(folder, 'manifest.webmanifest'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildLook()
}
