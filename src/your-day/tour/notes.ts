export interface TourNote {
  heading: string
  text: string
}

/** The notes of a first visit, on Your day and on the page of a group. */
export const tours = {
  day: [
    {
      heading: 'This page thinks of things for you',
      text: 'What waits for you stands here, with a button that leads to it. When nothing waits, you are done.',
    },
    {
      heading: 'One sentence is enough',
      text: 'In a group, you find a box here for what you notice in class. You choose who sees it, and that can be only you.',
    },
    {
      heading: 'Help is always near',
      text: 'Help at the top tells you about the page that you are on. On a phone it is behind More.',
    },
    {
      heading: 'You can find everything again',
      text: 'Type a word into the search. You find only what you may see, and so does everybody else.',
    },
  ],
  group: [
    {
      heading: 'The five shapes are the way',
      text: 'Each leads to a stage of the enquiry. You can work in any of them; the filled ones say how far the group is.',
    },
    {
      heading: 'There is always a next step',
      text: 'It stands on this page and names one thing. Nothing is locked if you do something else first.',
    },
    {
      heading: 'Log evidence from every page',
      text: 'The button stays at the top right, and on a phone at the bottom. A note is private until you share it.',
    },
  ],
} as const satisfies Record<string, TourNote[]>

export type TourName = keyof typeof tours

export const tourNames = Object.keys(tours) as TourName[]
