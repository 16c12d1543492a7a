import fc, { type Arbitrary } from 'fast-check';
import { type CustomData, customData } from '../../arbitraries/custom-data.ts';
import { nullableText, text } from '../../arbitraries/text.ts';
import type { Behaviours } from '../../contract/behaviours.ts';

export type ProductUpdate = {
  readonly name?: string;
  readonly tax_category?: string;
  readonly description?: string | null;
  readonly type?: 'standard' | 'custom';
  readonly image_url?: string | null;
  readonly custom_data?: CustomData | null;
};

export type ProductCreate = ProductUpdate & { readonly name: string; readonly tax_category: string };

/** Bodies that create a product. */
export function productCreate(behaviours: Behaviours): Arbitrary<ProductCreate> {
  return fc.record(productFields(behaviours), { requiredKeys: ['name', 'tax_category'] });
}

/** Bodies that change a product, the empty one included. */
export function productUpdate(behaviours: Behaviours): Arbitrary<ProductUpdate> {
  return fc.record(productFields(behaviours), { requiredKeys: [] });
}

function productFields(behaviours: Behaviours) {
  return {
    // A name is not blank.
    name: text(199).map((rest) => `P${rest}`),
    // The categories that every account may sell in.
    tax_category: fc.constantFrom('standard', 'saas'),
    description: nullableText(2048),
    type: fc.constantFrom('standard', 'custom'),
    image_url: fc.constantFrom('https://shop.example.com/app.png', 'http://shop.example.com/a?b=c#d', '', null),
    custom_data: customData(behaviours),
  };
}
