import { joined } from '../../state/lists/read-cache.ts';
import type { ApiResponse } from '../exchange.ts';
import type { Answer, HandlerContext } from '../handler.ts';
import { nextFormFor, nextOf } from './pagination.ts';
import { send } from './send.ts';

/** Answers with Paddle's envelope. Entities are sent as their stored text. */
export function render(response: ApiResponse, status: number, answer: Answer, context: HandlerContext): void {
  const { requestId } = response.locals;
  if (answer === 'no content') {
    send(response, status);
    return;
  }
  // @evidence official: the header. assumed: the usual form of HTTP's dates
  if ('data' in answer && answer.expiresAt !== undefined)
    response.setHeader('Expires', new Date(answer.expiresAt).toUTCString());
  send(
    response,
    status,
    `{"data":${dataOf(answer)},"meta":{"request_id":"${requestId}"${paginationOf(answer, context)}}}`,
  );
}

type AnswerWithBody = Exclude<Answer, 'no content'>;

function dataOf(answer: AnswerWithBody): string {
  if ('entity' in answer) return answer.entity;
  if ('page' in answer) return `[${joined(answer.page.texts)}]`;
  return JSON.stringify(answer.data);
}

function paginationOf(answer: AnswerWithBody, { account, baseUrl, url, userAgent }: HandlerContext): string {
  if (!('page' in answer)) return '';
  const { page, perPage } = answer;
  const next = JSON.stringify(
    nextOf(page, nextFormFor(userAgent, account.behaviours['pagination-next']), baseUrl, url),
  );
  const { hasMore, estimatedTotal } = page;
  return `,"pagination":{"per_page":${perPage},"next":${next},"has_more":${hasMore},"estimated_total":${estimatedTotal}}`;
}
