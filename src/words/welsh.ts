/**
 * How a Welsh word may begin after another: its first letters, and what the soft, nasal and aspirate mutations make of
 * them (a g that is softened falls away). The one table of them; searching, noticing names and pseudonyms read it.
 */
export const mutations: [radical: string, mutated: string[]][] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
]

/**
 * What a word may have been before it was mutated. There can be several: `fach` is `bach` or `mach`; and none.
 * @param word folded
 */
export function unmutated(word: string): string[] {
  const [, head = '', rest = ''] = /^(ngh|ng|nh|mh|ph|th|ch|dd|ff|ll|rh|[a-z])(.*)$/.exec(word) ?? []
  const radicals = mutations.flatMap(([radical, mutated]) => (head && mutated.includes(head) ? [radical + rest] : []))
  return /^[aeiouwylr]$/.test(head) ? [...radicals, `g${word}`] : radicals
}
