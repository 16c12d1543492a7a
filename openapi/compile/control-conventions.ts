import type { Conventions } from './operations.ts';
import { componentRef } from './schema-files.ts';

/** The conventions of the control plane: one component for all refusals. */
export const controlConventions: Conventions = {
  refTo: componentRef,
  usualResponses: () => ({ '4XX': 'refused' }),
  completeResponse: (response) => response,
};
