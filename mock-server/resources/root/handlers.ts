import type { components } from '#openapi/generated/guide.ts';
import type { Handlers } from '../../http/handler.ts';
import type { Spec } from '../../spec/spec.ts';

type ApiRoot = components['schemas']['api-root'];

/** @evidence official: the fields and the environment. assumed: the name, the version and the account's ID */
const api: ApiRoot['api'] = {
  name: 'Paddle API',
  version: '1',
  environment: 'sandbox',
  documentation_url: 'https://developer.paddle.com/api-reference',
};

const nobody: ApiRoot['caller'] = { auth_type: null, account: null, permissions: [] };

export const rootHandlers: Handlers<'getApiRoot'> = {
  getApiRoot: (_request, { account, caller }) => ({
    data: {
      api,
      caller: caller
        ? {
            auth_type: 'api_key',
            account: { id: String(account.id) },
            permissions: [...(caller.permissions ?? allPermissions(account.spec))],
          }
        : nobody,
    },
  }),
};

/** Lists the permissions of a key without limits, by name. */
function allPermissions({ operations }: Spec): string[] {
  const known = [...operations.values()].flatMap(({ permission, parameters }) => [
    ...(permission === null ? [] : [permission]),
    ...parameters.flatMap(({ schema }) => Object.values(schema.items?.['x-enum-permissions'] ?? {})),
  ]);
  return [...new Set(known)].sort();
}
