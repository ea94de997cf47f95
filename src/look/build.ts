import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import sharp, { type Sharp } from 'sharp'
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
  const [css, js, capture, arranging] = await Promise.all([
    stylesheet(folder),
    script('main.ts'),
    script('captures/capture.ts'),
    script('report-parts.ts'),
    sendIcons(folder),
  ])
  const version = createHash('sha256')
    .update(css)
    .update(js)
    .update(capture)
    .update(arranging)
    .digest('hex')
    .slice(0, 12)
  const manifest = { css: '/assets/workbench.css', js: '/assets/workbench.js', version }
  await writeFile(path.join(folder, 'workbench.css'), css)
  await writeFile(path.join(folder, 'workbench.js'), js)
  await writeFile(path.join(folder, 'capture.js'), capture)
  await writeFile(path.join(folder, 'arranging.js'), arranging)
  await writeFile(path.join(folder, 'service-worker.js'), await serviceWorker(version))
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

async function script(entry: string, define: Record<string, string> = {}): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [path.join(root, 'src/look/browser', entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define,
    write: false,
  })
  return built.outputFiles[0]!.text
}

/** With each new look there is a new service worker, which puts the new one in the old one's place. */
function serviceWorker(version: string): Promise<string> {
  const fonts = ['atkinson-hyperlegible-next-latin-400-normal', 'atkinson-hyperlegible-next-latin-600-normal']
  const assets = [
    ...['workbench.css', 'workbench.js', 'capture.js'].map(file => `/assets/${file}?v=${version}`),
    ...[...fonts, 'source-serif-4-latin-600-normal'].map(font => `/assets/fonts/${font}.woff2`),
    ...['icon.svg', 'manifest.webmanifest'].map(file => `/assets/${file}`),
  ]
  const define = { VERSION: JSON.stringify(version), ASSETS: JSON.stringify(assets) }
  return script('captures/service-worker.ts', define)
}

async function sendIcons(folder: string): Promise<void> {
  const from = path.join(root, 'src/look/icons')
  await copyFile(path.join(from, 'icon.svg'), path.join(folder, 'icon.svg'))
  await copyFile(path.join(from, 'manifest.webmanifest'), path.join(folder, 'manifest.webmanifest'))
  const icon = await readFile(path.join(from, 'icon.svg'))
  for (const side of [192, 512]) await drawn(icon, side, side, '#0000').toFile(path.join(folder, `icon-${side}.png`))
  // Phones cut these to a shape of their own: the mark stays in the middle, on its own ground to the edges.
  await drawn(icon, 512, 400, '#0b5a60').toFile(path.join(folder, 'icon-maskable.png'))
  await drawn(icon, 180, 150, '#0b5a60').toFile(path.join(folder, 'icon-apple.png'))
}

function drawn(icon: Buffer, side: number, mark: number, ground: string): Sharp {
  const edge = (side - mark) / 2
  return sharp(icon, { density: 1200 })
    .resize(mark, mark)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background: ground })
    .flatten(ground === '#0000' ? false : { background: ground })
    .png({ palette: true })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildLook()
}
