/** Counts whole letters (Unicode code points) before a place that is counted in UTF-16 units. */
export function codePointsTo(words: string): (place: number) => number {
  const pairs: number[] = []
  for (let at = 0; at < words.length - 1; at++) {
    const unit = words.charCodeAt(at)
    const next = words.charCodeAt(at + 1)
    if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) pairs.push(at)
  }
  return place => place - pairs.filter(at => at < place).length
}
