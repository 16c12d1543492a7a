/** The parts of an exchange that a document says something about, those of the request first. */
export type Part = RequestPart | AnswerPart;

/** `operation` is that there is such a path and method. */
export type RequestPart = 'operation' | 'security' | 'path' | 'query' | 'request-headers' | 'request-body';
export type AnswerPart = 'status' | 'media-type' | 'headers' | 'body';

/** Something in an exchange that does not fit the document, as a judge sees it. */
export type Finding<Of extends Part = Part> = {
  readonly part: Of;
  /** In the judge's own words. */
  readonly message: string;
};

/** All that a judge finds in one exchange. */
export type Findings = {
  readonly request: readonly Finding<RequestPart>[];
  readonly answer: readonly Finding<AnswerPart>[];
};
