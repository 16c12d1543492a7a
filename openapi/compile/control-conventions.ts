import { componentRef } from './component-refs.ts';
import type { Conventions } from './operations.ts';

/** The conventions of the control plane: one component for all refusals. */
export const controlConventions: Conventions = {
  refTo: componentRef,
  usualResponses: () => ({ '4XX': 'refused' }),
  completeResponse: (response) => response,
};
