import { type Kind, kindNames } from '../resources/kinds.ts';
import { Collection } from './collection.ts';
import type { Statements } from './database/database.ts';

type CollectionsByKind = { readonly [Name in Kind]: Collection<Name> };

/** One account's entities of all kinds, by kind. The cast types the fields that the constructor's loop sets. */
export const Collections = class {
  constructor(account: number, statements: Statements) {
    for (const kind of kindNames) Reflect.set(this, kind, new Collection(kind, account, statements));
  }
} as new (
  account: number,
  statements: Statements,
) => CollectionsByKind;
