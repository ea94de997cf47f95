declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  interface Target {
    data: Uint8ClampedArray
    width: number
    height: number
  }
  interface HeifImage {
    get_width(): number
    get_height(): number
    is_primary(): boolean
    /** Draws red, green, blue and see-through of each dot into the target; null when it cannot. */
    display<T extends Target>(target: T, done: (shown: T | null) => void): void
  }
  export default function libheif(options: Record<'print' | 'printErr', () => void>): {
    HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
  }
}
