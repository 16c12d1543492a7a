/** Parts of an exchange that a document specifies, those of the request first. */
export type Part = RequestPart | AnswerPart;

/** `operation` is the existence of the path and method. */
export type RequestPart = 'operation' | 'security' | 'path' | 'query' | 'request-headers' | 'request-body';
export type AnswerPart = 'status' | 'media-type' | 'headers' | 'body';

/** A violation of the document in an exchange, found by a judge. */
export type Finding<Of extends Part = Part> = {
  readonly part: Of;
  /** The judge's own message. */
  readonly message: string;
};

/** All violations that a judge finds in an exchange. */
export type Findings = {
  readonly request: readonly Finding<RequestPart>[];
  readonly answer: readonly Finding<AnswerPart>[];
};
