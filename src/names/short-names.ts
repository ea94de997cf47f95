import { everydayNames } from './everyday.js'

/** Words that stand in the names of many schools, and name none. */
const ofAnySchool =
  /^(?:school|schools|primary|secondary|infant|infants|junior|juniors|first|middle|high|upper|lower|grammar|academy|college|community|nursery|church|england|wales|catholic|cofe|rc|va|vc|voluntary|aided|controlled|ysgol|gynradd|gyfun|uwchradd|babanod|iau|the|of|in|and|y|yr|a|c|e)$/i

/** How people write a school's name when they are in a hurry: `Ysgol Gynradd Coed-y-dŵr` is called Coed-y-dŵr too. */
export function shortFormsOfSchool(name: string): string[] {
  const words = name.split(/[\s,()]+/).filter(Boolean)
  while (words.length > 0 && ofAnySchool.test(words[0]!)) words.shift()
  while (words.length > 0 && ofAnySchool.test(words.at(-1)!)) words.pop()
  const core = words.join(' ')
  return core.length > 2 && core !== name ? [core] : []
}

/** Single words of a name by which its school is known around it: Coed, Aberwen. Everyday words are none. */
export function partsOfSchoolName(name: string): string[] {
  const words = name.split(/[\s,()\-‐‑–]+/).filter(word => word.length > 3 && /^\p{Lu}/u.test(word))
  return words.filter(word => !ofAnySchool.test(word) && !everydayNames.has(word.toLowerCase()) && !saint.test(word))
}

const saint = /^(?:saint|saints|holy|sant|santes)$/i
