import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';

export const verificationHandlers: Handlers<'listVerifications' | 'getVerification'> = {
  listVerifications: ({ query }, context) => {
    const { verification_type: type } = query;
    return listPage(context.account.store.verifications, query, context, {
      where: { verification_type: type && [type] },
    });
  },

  getVerification: ({ params }, { account }) => ({
    entity: account.store.verifications.requireText(params.verification_id),
  }),
};
