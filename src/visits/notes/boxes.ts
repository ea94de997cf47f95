/** What visitors write, what hosts write, and what is asked once some weeks later. */
export const boxes = [
  {
    box: 'best',
    by: 'visitor',
    label: 'What was best here',
    hint: 'One thing that you would hate to see lost.',
  },
  {
    box: 'possible',
    by: 'visitor',
    label: 'What made it possible',
    hint: 'People, time, habits, a decision somebody took.',
  },
  { box: 'takeHome', by: 'visitor', label: 'What I take home', hint: 'Small enough to try next week.' },
  { box: 'question', by: 'visitor', label: 'A question I leave', hint: 'One that the hosts may like to think about.' },
  {
    box: 'cameOfIt',
    by: 'later',
    label: 'What came of it',
    hint: 'Some weeks on: what became of the thing that you took home?',
  },
  {
    box: 'learned',
    by: 'host',
    label: 'What we learned by preparing',
    hint: 'To show something, one has to look at it first.',
  },
] as const

export type BoxName = (typeof boxes)[number]['box']
export type Box = (typeof boxes)[number]

export function boxNamed(name: string): Box | undefined {
  return boxes.find(one => one.box === name)
}

export function labelOf(name: BoxName): string {
  return boxes.find(one => one.box === name)!.label
}
