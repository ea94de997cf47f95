/** The five stages of an enquiry, in order. Every page, test and PDF reads them here. */
export const stages = [
  { key: 'context', name: 'Context', question: 'Where are we starting from, in each school?' },
  {
    key: 'purpose',
    name: 'Purpose',
    question: 'What exactly do we want to learn, and why does it matter for children?',
  },
  { key: 'evidence', name: 'Evidence', question: 'What is really happening, and how do we know?' },
  { key: 'action', name: 'Action', question: 'What did we try, where, and how was it adapted?' },
  {
    key: 'evaluation',
    name: 'Evaluation',
    question: 'What difference did it make, for whom, in which school, and how sure are we?',
  },
] as const

export type Stage = (typeof stages)[number]['key']

export const stageKeys = stages.map(stage => stage.key) as [Stage, ...Stage[]]

export function isStage(word: string): word is Stage {
  return stageKeys.includes(word as Stage)
}

export function stageNamed(key: string) {
  return stages.find(stage => stage.key === key)!
}

export interface StageState {
  key: Stage
  name: string
  state: 'done' | 'here' | 'ahead'
  href?: string
}

/** The stage track: how far a group is. A finished cycle has all five done. */
export function trackOf(current: string, finished: boolean, addressOf?: (stage: Stage) => string): StageState[] {
  const at = stageKeys.indexOf(current as Stage)
  return stages.map((stage, place) => ({
    key: stage.key,
    name: stage.name,
    state: finished || place < at ? 'done' : place === at ? 'here' : 'ahead',
    ...(addressOf ? { href: addressOf(stage.key) } : {}),
  }))
}
