import type { components as GuideComponents, operations as GuideOperations } from '#openapi/generated/guide.ts';
import type {
  components as OfficialComponents,
  operations as OfficialOperations,
} from '#openapi/generated/official.ts';

/** IDs of all operations, for any mix of behaviours. The guide's document has them all. */
export type OperationId = keyof GuideOperations;

type SuccessBody<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202
        ? Responses[Status] extends { content: { 'application/json': infer Body } }
          ? Body
          : never
        : Status extends 204
          ? undefined
          : never;
    }[keyof Responses]
  : never;

/** Response body of a successful operation, in either document. */
export type Success<Id extends OperationId> =
  | SuccessBody<GuideOperations[Id]>
  | (Id extends keyof OfficialOperations ? SuccessBody<OfficialOperations[Id]> : never);

type Schemas = GuideComponents['schemas'];
type OfficialSchemas = OfficialComponents['schemas'];
export type Customer = Schemas['customer'] | OfficialSchemas['customer'];
export type Address = Schemas['address'] | OfficialSchemas['address'];
export type Business = Schemas['business'] | OfficialSchemas['business'];
export type NotificationSetting = Schemas['notification-setting'] | OfficialSchemas['notification-setting'];
export type Notification = Schemas['notification'] | OfficialSchemas['notification'];
export type PaddleEvent = Schemas['event'] | OfficialSchemas['event'];
/** Body of a webhook. */
export type Payload = Schemas['notification-payload'] | OfficialSchemas['notification-payload'];
export type ErrorBody = Schemas['error'];
