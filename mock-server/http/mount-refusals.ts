import type { IRouter, NextFunction } from 'express';
import type { Accounts } from '../account/accounts.ts';
import { allOperations } from '../api-spec.ts';
import { methodNotAllowed, temporarilyUnavailable } from '../errors.ts';
import { notEmulated, whyNotEmulated } from '../published-operations.ts';
import { enter, refuseWithoutPermission } from './admit.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import { expressPath } from './mount.ts';

/**
 * Answers for what the operations leave over: an operation that Paddle has and Paddock has not, and a known path with
 * another method. Goes behind the operations. `all` of a route is one handler; `all` of the router would be one for each
 * of the methods that HTTP has, and most of what a start costs.
 */
export function mountRefusals(router: IRouter, accounts: Accounts): void {
  const methods = new Map<string, string[]>();
  for (const { method, path } of allOperations()) addMethod(methods, path, method.toUpperCase());
  for (const operation of notEmulated) {
    const { method, path, permission, isPublic } = operation;
    addMethod(methods, path, method);
    router.route(expressPath(path)).all((request: ApiRequest, response: ApiResponse, next: NextFunction) => {
      if (request.method !== method) return next();
      refuseWithoutPermission(enter(accounts, isPublic, request, response), permission);
      throw temporarilyUnavailable(whyNotEmulated(operation));
    });
  }
  for (const [path, allowed] of methods) {
    router.route(expressPath(path)).all((_request, response) => {
      response.setHeader('Allow', allowed.join(', '));
      throw methodNotAllowed(allowed);
    });
  }
}

function addMethod(methods: Map<string, string[]>, path: string, method: string): void {
  methods.set(path, [...(methods.get(path) ?? []), method]);
}
