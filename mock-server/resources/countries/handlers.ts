import type { Handlers } from '../../http/handler.ts';
import { countries } from './countries.ts';

export const countryHandlers: Handlers<'listCountries'> = {
  listCountries: () => ({ data: countries }),
};
