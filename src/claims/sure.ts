/** How sure somebody is, from least to most: one scale of words, for claims and for effects. */
export const howSure = ['a hunch', 'fairly sure', 'sure'] as const

export type Sure = (typeof howSure)[number]

/** As a form offers it for a claim. */
export const sureOfAClaim = [
  { value: 'a hunch', text: 'A hunch: something we have noticed and want to look into' },
  { value: 'fairly sure', text: 'Fairly sure: several pieces of evidence point the same way' },
  {
    value: 'sure',
    text: 'Sure: different schools and different kinds of evidence agree, and we looked for the opposite',
  },
]

/** `a hunch` → `A hunch`, where the words begin a line. */
export function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
