/** A request over HTTP. */
export type HttpRequest<Body = string> = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Body;
};

/** A response over HTTP. */
export type HttpResponse<Body = string> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
};

/** A request with its response. */
export type HttpExchange<Request = HttpRequest, Response = HttpResponse> = {
  readonly request: Request;
  readonly response: Response;
};
