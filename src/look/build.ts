import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import sharp, { type Sharp } from 'sharp'
import { root } from '../root.js'
import { type FontFace, fontFaces } from './fonts.js'
import type { LookManifest } from './manifest.js'

/** Builds everything the browser fetches (stylesheet, script, fonts, icons), small for the way, and says where it is. */
export async function buildLook(folder = path.join(root, 'dist/assets')): Promise<LookManifest> {
  await mkdir(path.join(folder, 'fonts'), { recursive: true })
  const faces = await fontFaces()
  const css = stylesheet(faces)
  const [scripts, icons] = await Promise.all([ourScripts(), drawIcons()])
  const made = { 'workbench.css': css, ...scripts, ...icons }
  const hash = createHash('sha256')
  for (const bytes of Object.values(made)) hash.update(bytes)
  const version = hash.digest('hex').slice(0, 12)
  const installing = made['manifest.webmanifest'].replaceAll(/"(\/assets\/[^"]+)"/g, `"$1?v=${version}"`)
  const address = (file: keyof typeof made) => `/assets/${file}?v=${version}`
  const font = (name: string) => `/assets/${faces.find(face => face.file === `${name}.woff2`)!.address}`
  const manifest = {
    ...{ css: address('workbench.css'), js: address('workbench.js') },
    ...{ icon: address('icon.svg'), touchIcon: address('icon-apple.png'), installing: address('manifest.webmanifest') },
    fonts: {
      text: font('atkinson-hyperlegible-next-latin-400-normal'),
      heading: font('source-serif-4-latin-600-normal'),
    },
    version,
  }
  const bold = font('atkinson-hyperlegible-next-latin-600-normal')
  const kept = [manifest.css, manifest.js, address('capture.js'), manifest.fonts.text, bold, manifest.fonts.heading]
  const files: Record<string, string | Buffer> = {
    ...made,
    'manifest.webmanifest': installing,
    'service-worker.js': await serviceWorker(version, [...kept, manifest.icon, manifest.installing]),
    'manifest.json': JSON.stringify(manifest),
  }
  for (const face of faces) files[`fonts/${face.file}`] = face.bytes
  await Promise.all(Object.entries(files).map(([name, bytes]) => send(path.join(folder, name), bytes)))
  return manifest
}

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** Writes a file, and beside it as small as it gets, for browsers that can unpack it. */
async function send(to: string, bytes: string | Buffer): Promise<void> {
  await writeFile(to, bytes)
  if (!/\.(?:css|js|svg|webmanifest)$/.test(to)) return
  await Promise.all([
    writeFile(`${to}.br`, await inBrotli(bytes)),
    writeFile(`${to}.gz`, await inGzip(bytes, { level: 9 })),
  ])
}

function stylesheet(faces: FontFace[]): string {
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

/** One that every page fetches, and others for the pages that need them. */
async function ourScripts() {
  const [main, capture, arranging, effects, writing, fromHtml, passkeys] = await Promise.all([
    script('main.ts'),
    script('captures/capture.ts'),
    script('report-parts.ts'),
    script('effects/effects.ts'),
    script('writing/writing.ts'),
    script('writing/from-html.ts', {}, 'esm'),
    script('passkeys/passkeys.ts'),
  ])
  return {
    'workbench.js': main,
    'capture.js': capture,
    'arranging.js': arranging,
    'effects.js': effects,
    'writing.js': writing,
    'from-html.js': fromHtml,
    'passkeys.js': passkeys,
  }
}

async function script(
  entry: string,
  define: Record<string, string> = {},
  format: 'iife' | 'esm' = 'iife',
): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [path.join(root, 'src/look/browser', entry)],
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    legalComments: 'none',
    define,
    write: false,
  })
  return built.outputFiles[0]!.text
}

/** With each new look there is a new service worker, which puts the new one in the old one's place. */
function serviceWorker(version: string, assets: string[]): Promise<string> {
  const define = { VERSION: JSON.stringify(version), ASSETS: JSON.stringify(assets) }
  return script('captures/service-worker.ts', define)
}

async function drawIcons() {
  const from = path.join(root, 'src/look/icons')
  const icon = await readFile(path.join(from, 'icon.svg'))
  const plain = (side: number) => drawn(icon, side, side, '#0000').toBuffer()
  return {
    'icon.svg': icon,
    'manifest.webmanifest': await readFile(path.join(from, 'manifest.webmanifest'), 'utf8'),
    'icon-192.png': await plain(192),
    'icon-512.png': await plain(512),
    // Phones cut these to a shape of their own: the mark stays in the middle, on its own ground to the edges.
    'icon-maskable.png': await drawn(icon, 512, 400, '#0b5a60').toBuffer(),
    'icon-apple.png': await drawn(icon, 180, 150, '#0b5a60').toBuffer(),
  }
}

function drawn(icon: Buffer, side: number, mark: number, ground: string): Sharp {
  const edge = (side - mark) / 2
  return sharp(icon, { density: 1200 })
    .resize(mark, mark)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background: ground })
    .flatten(ground === '#0000' ? false : { background: ground })
    .png({ palette: true })
}
