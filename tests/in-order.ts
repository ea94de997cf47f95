import { BaseSequencer, type TestSpecification } from 'vitest/node'

const kinds = ['pages', 'demo', 'browser', 'app', 'units']

/** Kind by kind, the longest first: a worker goes on with the house that it has open as long as there is more of its kind. */
export class KindByKind extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return kinds.flatMap(kind => sorted.filter(file => file.project.name === kind))
  }
}
