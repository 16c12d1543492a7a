import { paddleError } from '../../errors/errors.ts';
import type { HandlerContext, Handlers } from '../../http/handler.ts';
import { anotherSecret } from '../../state/api-keys.ts';
import { create } from '../api-key-rotations/transitions.ts';
import { listPage } from '../list-page.ts';
import type { ApiKey } from './kind.ts';
import { ownKey } from './use.ts';

export const apiKeyHandlers: Handlers<
  'listApiKeys' | 'getApiKey' | 'listApiKeyRotations' | 'createApiKeyRotation' | 'getApiKeyRotation'
> = {
  listApiKeys: ({ query }, context) => {
    callerKey(context);
    return listPage(context.account.store.issued_keys, query, context);
  },

  getApiKey: ({ params }, context) => {
    callerKey(context);
    return { entity: context.account.store.issued_keys.requireText(params.api_key_id) };
  },

  listApiKeyRotations: ({ params, query }, context) => {
    const { id } = requireOwn(params.api_key_id, context);
    return listPage(context.account.store.key_rotations, query, context, { where: { api_key_id: [id] } });
  },

  createApiKeyRotation: ({ params, body }, context) => {
    const { account, caller } = context;
    const key = requireOwn(params.api_key_id, context);
    const old = caller?.apiKey ?? '';
    const secrets = { old, new: anotherSecret(old, account.ids), account: account.id, permissions: key.permissions };
    const { store } = account;
    const pending = store.key_rotations
      .all({ api_key_id: [key.id], status: ['pending'] })
      .map((rotation) => [rotation, store.privateFacts.find('key_rotations', rotation.id)] as const);
    const creation = account.creation('apkrot');
    account.apply(create(key, body, secrets, pending, creation));
    return { data: { ...store.key_rotations.require(creation.id), new_key: secrets.new } };
  },

  getApiKeyRotation: ({ params }, context) => {
    const { id } = requireOwn(params.api_key_id, context);
    const rotation = context.account.store.key_rotations.require(params.rotation_id);
    if (rotation.api_key_id !== id) throw paddleError('not_found', { id: params.rotation_id });
    return { entity: context.account.store.key_rotations.requireText(rotation.id) };
  },
};

function callerKey({ account, caller }: HandlerContext): ApiKey | undefined {
  return caller && ownKey(account, caller.apiKey, caller.permissions);
}

/** Returns a key if it is the caller's. @throws PaddleApiError not_found, or forbidden for another key */
function requireOwn(id: string, context: HandlerContext): ApiKey {
  const own = callerKey(context);
  if (own?.id === id) return own;
  context.account.store.issued_keys.requireExists(id);
  throw paddleError('forbidden', { hint: 'A key can rotate itself alone, and read its own rotations.' });
}
