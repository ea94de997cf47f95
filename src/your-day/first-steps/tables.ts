/** A first step that is not to be shown any more. Its place is a network, a group or a person: `networks/moor`. */
export interface SkippedFirstStepTable {
  place: string
  step: string
  skippedAt: string
  skippedBy: string
}

declare module '../../database.js' {
  interface Tables {
    skippedFirstSteps: SkippedFirstStepTable
  }
}
