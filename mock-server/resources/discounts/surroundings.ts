import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';
import { refuseArchivedGroup } from '../discount-groups/transitions.ts';

/** Entities of the account that a discount depends on. */
export type DiscountSurroundings = {
  /** ID of the discount that has the code already. */
  readonly conflict: string | undefined;
  /** Makes a code that no discount has. */
  drawCode(): string;
  /** Rejects references to entities that do not exist or are not active. */
  check(input: References): void;
};

type References = {
  readonly code?: string | null;
  readonly restrict_to?: readonly string[] | null;
  readonly discount_group_id?: string | null;
};

/** Describes the account to the transitions of discounts. */
export function surroundingsOf({ store, ids }: Account, { code }: References): DiscountSurroundings {
  const findByCode = (text: string) => store.discounts.findIdBy('code', text);
  return {
    conflict: typeof code === 'string' ? findByCode(code) : undefined,
    drawCode: () => {
      let drawn = '';
      do drawn = ids.text(10).toUpperCase();
      while (findByCode(drawn) !== undefined);
      return drawn;
    },
    check: ({ restrict_to, discount_group_id }) => {
      for (const id of restrict_to ?? []) {
        if (id.startsWith('pro_')) {
          if (store.products.find(id)?.status !== 'active')
            throw paddleError('discount_restricted_product_not_active', { product_id: id });
        } else if (store.prices.find(id)?.status !== 'active')
          throw paddleError('discount_restricted_product_price_not_active', { price_id: id });
      }
      if (typeof discount_group_id === 'string') refuseArchivedGroup(store.discount_groups.require(discount_group_id));
    },
  };
}
