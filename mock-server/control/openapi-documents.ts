import type { JsonObject } from '#openapi/document/json.ts';
import { controlDocument, documentOf } from '#openapi/document/read.ts';
import type { Account } from '../account/account.ts';
import { profile } from '../spec/behaviours.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { ControlError } from './requests/control-error.ts';
import { TextAnswer } from './text-answer.ts';

/** Documents by name. */
const documents: Readonly<Record<string, (account: Account) => JsonObject>> = {
  guide: () => documentOf(profile('guide')),
  official: () => documentOf(profile('official')),
  account: ({ behaviours }) => documentOf(behaviours),
  control: () => controlDocument,
};

/** Returns an OpenAPI document as JSON or YAML, by the name of its file. @throws ControlError for any other file */
export async function openApiDocument(file: string, account: Account): Promise<object> {
  const [, name = '', extension] = /^(.*)\.(json|yaml)$/.exec(file) ?? [];
  const make = Object.hasOwn(documents, name) ? documents[name] : undefined;
  if (make === undefined) throw unknownFile(file);
  if (extension === 'json') return make(account);
  // Loaded on demand: most runs need no YAML. Aliases are off because many readers do not know them.
  const { stringify } = await import('yaml');
  return new TextAnswer('application/yaml', stringify(make(account), { aliasDuplicateObjects: false }));
}

function unknownFile(file: string): ControlError {
  const files = Object.keys(documents).flatMap((name) => [`${name}.json`, `${name}.yaml`]);
  return new ControlError(
    404,
    'not_found',
    `Could not find the document ${file}: there is no such document.${didYouMean(file, files) || ` Use one of ${files.join(', ')}.`}`,
  );
}
