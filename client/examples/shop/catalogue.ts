import type { PaddleClient } from '../../index.ts';

/** A plan of the shop, by its price. */
export interface Plan {
  readonly name: string;
  readonly priceId: string;
}

const plans = [
  { name: 'Starter', usd: '1000', gbp: '800', eur: '900' },
  { name: 'Pro', usd: '3000', gbp: '2500', eur: '2800' },
] as const;

/** Creates the product and its plans, which cost other amounts in the United Kingdom and in Germany. Run it once. */
export async function createCatalogue(paddle: PaddleClient): Promise<Plan[]> {
  const { data: product } = await paddle.POST('/products', { body: { name: 'Notes', tax_category: 'saas' } });
  const created: Plan[] = [];
  for (const { name, usd, gbp, eur } of plans) {
    const { data: price } = await paddle.POST('/prices', {
      body: {
        product_id: product.id,
        name,
        description: `Notes ${name}`,
        billing_cycle: { interval: 'month', frequency: 1 },
        unit_price: { amount: usd, currency_code: 'USD' },
        unit_price_overrides: [
          { country_codes: ['GB'], unit_price: { amount: gbp, currency_code: 'GBP' } },
          { country_codes: ['DE'], unit_price: { amount: eur, currency_code: 'EUR' } },
        ],
      },
    });
    created.push({ name, priceId: price.id });
  }
  return created;
}
