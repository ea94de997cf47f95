import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from '../src/root.js'
import { type Kind, testsByKind } from './kinds.js'

// The first file plays the demo; those that take a copy of it come later, so that nobody waits for it.
const kinds: Kind[] = ['pages', 'browser', 'demo', 'app', 'units']
const tests = testsByKind(root)

/** Kind by kind, the longest first, so that no long file is left to one worker at the end. */
export class KindByKind extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return kinds.flatMap(kind => sorted.filter(file => tests[kind].includes(relative(root, file.moduleId))))
  }
}
