import { join } from 'node:path'
import { root } from '../root.js'

/** A picture of a screen in the demo, as `npm run pictures` takes it, in light and in dark. */
export interface HelpPicture {
  /** Who looks at it in the demo; nobody, where everybody may. */
  by: string | null
  at: string
  /** What it shows, for those who cannot see it. */
  alt: string
}

/** All are as large: what they are drawn at, so that their place is kept while they come. */
export const pictureSize = { width: 720, height: 450 }

export const helpPictures = {
  'your-day': {
    by: 'sam',
    at: '/',
    alt: 'Your day: a box that asks “What did you notice?”, with a photo, a group and two buttons to save.',
  },
  wall: {
    by: 'sadia',
    at: '/groups/reading/evidence',
    alt: 'The evidence of a group: pictures in their own proportions and notes as slips, each with its number and title.',
  },
  group: {
    by: 'sadia',
    at: '/groups/reading',
    alt: 'A group’s page: the track of five shapes, the question in large letters, and what waits for you, each with a button.',
  },
  writing: {
    by: 'sadia',
    at: '/groups/reading/write-up',
    alt: 'A write-up in the making: how many things stand in the way of publishing, and each part with how far it is.',
  },
  grid: {
    by: 'ifan',
    at: '/groups/marking/evaluation',
    alt: 'What difference each action made: actions down, schools across, and in each cell what happened and how sure you are.',
  },
  theme: {
    by: 'tomasz',
    at: '/networks/hafren/themes/language',
    alt: 'A theme’s page: what it is for, its groups with their stage, and what it does this year.',
  },
  'side-by-side': {
    by: 'tomasz',
    at: '/networks/hafren/themes/language/reading',
    alt: 'What the groups of a theme claim, one beside the other, with how sure each is.',
  },
  glance: {
    by: 'nia',
    at: '/networks/hafren',
    alt: 'A network at a glance: what is due, each line with its date and one button.',
  },
  people: {
    by: 'nia',
    at: '/networks/hafren/people',
    alt: 'The people of a network: a button to invite somebody, a filter, and everybody with their roles and schools.',
  },
  recommended: {
    by: 'mair',
    at: '/networks/hafren/recommendations',
    alt: 'What was recommended to a head’s school: what is owed, promised and in place, with dates.',
  },
  published: {
    by: null,
    at: '/published',
    alt: 'Published work: write-ups of groups with their covers, titles and questions.',
  },
  'write-up': {
    by: null,
    at: '/published/write-ups/polish-is-for-the-car',
    alt: 'A published write-up: its title, who wrote it, and the answer in short.',
  },
  visitor: {
    by: 'fiona',
    at: '/',
    alt: 'The day of a facilitator: what waits for them, each with a button that leads to it.',
  },
  meetings: {
    by: 'rhian',
    at: '/networks/hafren/meetings',
    alt: 'Meetings of a network: the day of each, its place, and whether you come.',
  },
  accounts: {
    by: 'alex',
    at: '/administration',
    alt: 'Administration: everybody who has an account, and when they were here last.',
  },
} satisfies Record<string, HelpPicture>

export type PictureName = keyof typeof helpPictures

const schemes = ['light', 'dark'] as const

/** What a page is given of them, with their addresses. */
export function picturesOf(names: PictureName[]) {
  return names.map(name => ({
    alt: helpPictures[name].alt,
    light: `/help/pictures/${name}-light.webp`,
    dark: `/help/pictures/${name}-dark.webp`,
    ...pictureSize,
  }))
}

/** Where a picture lies; nothing for a name that none has. */
export function pictureFile(file: string): string | undefined {
  const known = Object.keys(helpPictures).some(name => schemes.some(scheme => file === `${name}-${scheme}.webp`))
  return known ? join(root, 'src/help/pictures', file) : undefined
}
