import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs the unit tests before the laws, since the first failure ends the run and they take less long. */
export class UnitsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [units, laws] = [files.filter(isUnit), files.filter((file) => !isUnit(file))];
    return [...units, ...(await super.sort(laws))];
  }
}

function isUnit(file: TestSpecification): boolean {
  return file.project.name === 'unit';
}
