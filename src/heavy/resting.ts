const resting = new Set<() => void | Promise<void>>()

/** Says how a kind of heavy work is ended, so that the program can stop. */
export function restsBy(rest: () => void | Promise<void>): void {
  resting.add(rest)
}

/** Ends every thread and program that works or waits for work. What is asked for afterwards begins anew. */
export async function restHeavyWork(): Promise<void> {
  await Promise.all([...resting].map(async rest => rest()))
}
