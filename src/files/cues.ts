/** One moment of a subtitle file, with its words as they stand there. Seconds from the beginning. */
export interface Cue {
  from: number
  to: number
  text: string
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,6})?)`
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}(?:\s|$)`)

/**
 * The cues of a subtitle file, SRT or WebVTT (W3C, 4.1), read as kindly as players do: whatever stands between two moments is said at
 * the first of them, also after an empty line. What stands before the first moment, numbers of cues, and a file's own notes and
 * looks are no words.
 */
export function cuesIn(text: string, type: 'srt' | 'vtt'): Cue[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const cues: { from: number; to: number; lines: string[] }[] = []
  let passing = false
  for (const [at, line] of lines.entries()) {
    const timing = line.includes('>') ? TIMING.exec(line.slice(0, 200)) : null
    const isEmpty = line.trim() === ''
    if (timing) {
      if (isNumber(lines, at - 1, type)) cues.at(-1)?.lines.pop()
      cues.push({ from: seconds(timing, 1), to: seconds(timing, 4), lines: [] })
      passing = false
    } else if (isEmpty) passing = false
    else if (type === 'vtt' && isOfTheFile(line) && (at === 0 || lines[at - 1]!.trim() === '')) passing = true
    else if (!passing) cues.at(-1)?.lines.push(line)
  }
  return cues.map(({ from, to, lines: said }) => ({ from, to, text: said.join('\n') }))
}

/** The line before a moment: in SRT a number, in WebVTT whatever stands there by itself. */
function isNumber(lines: string[], at: number, type: 'srt' | 'vtt'): boolean {
  const line = lines[at]?.trim() ?? ''
  if (type === 'srt' || line === '') return /^\d+$/.test(line)
  return (lines[at - 1] ?? '').trim() === '' && !isOfTheFile(line)
}

function isOfTheFile(line: string): boolean {
  return /^(NOTE|STYLE|REGION)([ \t]|$)/.test(line)
}

function seconds(timing: RegExpExecArray, from: number): number {
  const [hours, minutes, rest] = [timing[from], timing[from + 1], timing[from + 2]]
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(rest!.replace(',', '.'))
}
