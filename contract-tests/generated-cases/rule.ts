import type { JsonObject } from '#openapi/document/json.ts';
import type { Behaviours } from '../contract/behaviours.ts';
import type { Contract, Operation } from '../contract/document.ts';
import type { Account, RequestParts } from '../targets/account.ts';

/** Expected error for a body that matches its schema but violates a rule. */
export type RuleBroken = { readonly code: string; readonly field: string | null; readonly status?: number };

/** A rule that the document describes only in prose. */
export type Rule = (
  body: JsonObject,
  operation: Operation,
  behaviours: Behaviours,
  contract: Contract,
) => RuleBroken | null;

/** A request that must be refused. */
export type RefusedRequest = { readonly path: string; readonly parts?: RequestParts };

/** Prepares an account for such a request. */
export type Arrange = (operation: Operation, account: Account) => Promise<RefusedRequest>;
