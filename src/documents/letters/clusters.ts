const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const AT_ONCE = 4000

/**
 * The letters of a text as a reader sees them, each with its marks. A long text is taken in pieces: of more than some
 * thirty thousand emoji in a row the segmenter looks back over all of them at each.
 */
export function* clustersOf(text: string): Generator<string> {
  let open = ''
  for (let from = 0; from < text.length;) {
    const to = wholeLetters(text, from + AT_ONCE)
    const found = [...segmenter.segment(open + text.slice(from, to))].map(one => one.segment)
    // What stands last may go on in the next piece.
    open = to < text.length ? (found.pop() ?? '') : ''
    yield* found
    from = to
  }
}

/** Never between the two halves of a letter. */
function wholeLetters(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
