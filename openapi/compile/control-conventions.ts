import { componentRef } from './component-refs.ts';
import type { Conventions } from './operations.ts';

/** Conventions of the control plane: one component for all error responses. */
export const controlConventions: Conventions = {
  refTo: componentRef,
  usualResponses: () => ({ '4XX': 'refused' }),
  completeResponse: (response) => response,
};
