/** Under what a network lets its published work go; the first is what is offered. */
export const licences = [
  {
    licence: 'CC BY 4.0',
    says: 'Anybody may use it and build on it, as long as they name you (CC BY 4.0)',
    name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    address: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    licence: 'CC BY-SA 4.0',
    says: 'The same, and what they make of it goes out under the same licence (CC BY-SA 4.0)',
    name: 'Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)',
    address: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    licence: 'CC BY-NC 4.0',
    says: 'Anybody may use it, but not to earn money by it (CC BY-NC 4.0)',
    name: 'Creative Commons Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)',
    address: 'https://creativecommons.org/licenses/by-nc/4.0/',
  },
  {
    licence: 'all rights reserved',
    says: 'It may be read and cited; for anything else they ask you (all rights reserved)',
    name: 'All rights reserved',
    address: '',
  },
] as const

export type Licence = (typeof licences)[number]['licence']

export const licenceKeys = licences.map(one => one.licence)

/** As a form offers them. */
export const licencesToChoose = licences.map(({ licence, says }) => ({ value: licence, text: says }))

/** A licence by its key; undefined where none was chosen. */
export function licenceNamed(key: string): { name: string; address: string } | undefined {
  const found = licences.find(one => one.licence === key)
  return found && { name: found.name, address: found.address }
}
