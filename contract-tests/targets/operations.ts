import type { components as GuideComponents, operations as GuideOperations } from '#openapi/generated/guide.ts';
import type {
  components as OfficialComponents,
  operations as OfficialOperations,
} from '#openapi/generated/official.ts';

/** Every operation that a document of some mix of behaviours has. The guide's document has them all. */
export type OperationId = keyof GuideOperations;

type SuccessBody<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201
        ? Responses[Status] extends { content: { 'application/json': infer Body } }
          ? Body
          : never
        : never;
    }[keyof Responses]
  : never;

/** What an operation answers when it succeeds, on a target of either document. */
export type Success<Id extends OperationId> =
  | SuccessBody<GuideOperations[Id]>
  | (Id extends keyof OfficialOperations ? SuccessBody<OfficialOperations[Id]> : never);

type Schemas = GuideComponents['schemas'];
type OfficialSchemas = OfficialComponents['schemas'];
export type Customer = Schemas['customer'] | OfficialSchemas['customer'];
export type Address = Schemas['address'] | OfficialSchemas['address'];
export type Business = Schemas['business'] | OfficialSchemas['business'];
export type ErrorBody = Schemas['error'];
