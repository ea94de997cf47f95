import { listed } from '../words/words.js'
import type { Term } from './asking/question.js'
import type { Hit } from './search.js'
import { marked, sentenceFor, type Stretch } from './sentence.js'
import { rooted } from './words/roots.js'
import { tokensOf } from './tokens.js'

/** A hit as the page shows it. */
export interface HitShown {
  href: string
  label: string
  kind: string
  title: Stretch[]
  sentence: Stretch[]
  moment: string
  schools: string
  day: string
  group: { name: string; href: string } | null
  /** Other places of the same thing. */
  also: { href: string; kind: string; moment: string; sentence: Stretch[] }[]
}

const mostPlaces = 4

export function hitShown({ places }: Hit, terms: Term[]): HitShown {
  const [first, ...others] = places
  const found = first!
  return {
    label: found.label,
    kind: found.kind,
    title: found.heading
      ? [{ text: found.heading, marked: false }]
      : marked(found.title, rooted(found.title, [...tokensOf(found.title)]), terms),
    ...placeShown(found, terms),
    schools: listed(found.schools.map(school => school.name)),
    day: found.day,
    group: found.group && { name: found.group.name, href: `/groups/${found.group.id}` },
    also: others.slice(0, mostPlaces - 1).map(place => ({ kind: place.kind, ...placeShown(place, terms) })),
  }
}

function placeShown({ words, leaf, href, moments }: Hit['places'][number], terms: Term[]) {
  const { stretches, place } = sentenceFor(words, leaf.words, terms)
  const moment = place && moments?.filter(one => one.startsAt <= place.at).at(-1)
  return {
    href: moment
      ? `${href}#said-${moment.startsAt}`
      : place
        ? toTheWords(href, words.slice(place.at, place.end))
        : href,
    sentence: stretches,
    moment: moment ? inMinutes(moment.from) : '',
  }
}

/** Browsers that know how go straight to the words on the page; others to its beginning, or to the named part. */
function toTheWords(href: string, found: string): string {
  const words = encodeURIComponent(found.replace(/\s+/g, ' ').slice(0, 80)).replace(/-/g, '%2D')
  return `${href}${href.includes('#') ? '' : '#'}:~:text=${words}`
}

/** 83 → `1:23` */
function inMinutes(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return (parts[0] ? parts : parts.slice(1))
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}
