import type { Drawing } from '../documents/document.js'
import { squareCodeOf } from '../web/showing/square-code.js'

/** The square code of a web address, to be read by the camera of a telephone. */
export function squareCode(address: string, caption: string, width: number): Drawing {
  const { size, path } = squareCodeOf(address)
  return {
    kind: 'drawing',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#ffffff"/><path fill="#000000" d="${path}"/></svg>`,
    alt: `Square code that leads to ${address}`,
    caption: [{ kind: 'text', text: caption }],
    width,
  }
}
