import type { Handlers } from '../../http/handler.ts';
import { previewPrices } from './preview-prices.ts';

export const pricingPreviewHandlers: Handlers<'previewPrices'> = {
  previewPrices: ({ body }, { account }) => ({ data: previewPrices(body, account) }),
};
