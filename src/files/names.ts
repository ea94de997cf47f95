import path from 'node:path'
import { withoutAtEnd } from '../words/without-at-end.js'

const LONGEST_STEM = 100

/**
 * The name as the person knows it, without what could hurt: folders, control characters, letters that turn the reading
 * direction so that `exe.jpg` reads as `gpj.exe`, characters that Windows refuses, and the names of its devices.
 * Letters of every language stay, joiners too, since Urdu and emoji need them.
 */
export function cleanName(asUploaded: string): string {
  const leaf = asUploaded.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = leaf
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[:*?"<>|]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
  const name = withoutAtEnd(plain, '. ')
  const ending = path.extname(name)
  const stem = [...name.slice(0, name.length - ending.length)].slice(0, LONGEST_STEM).join('').trimEnd()
  return (isWindowsDevice(stem) ? `_${stem}` : stem || 'file') + ending.slice(0, 20)
}

/** The ending without its dot, in small letters; empty when there is none. */
export function endingOf(name: string): string {
  return path.extname(name).slice(1).toLowerCase()
}

function isWindowsDevice(stem: string): boolean {
  return /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(stem.trim())
}
