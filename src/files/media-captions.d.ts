/** Its own types leave out the endings that Node asks for; these are the parts that we use. */
declare module 'media-captions' {
  export interface Cue {
    startTime: number
    endTime: number
    text: string
  }
  export function parseTextStream(
    lines: ReadableStream<string>,
    options: { type: 'srt' | 'vtt'; strict?: boolean },
  ): Promise<{ cues: Cue[] }>
}
