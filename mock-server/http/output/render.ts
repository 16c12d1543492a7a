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
  send(
    response,
    status,
    `{"data":${dataOf(answer)},"meta":{"request_id":"${requestId}"${paginationOf(answer, context)}}}`,
  );
}

type AnswerWithBody = Exclude<Answer, 'no content'>;

function dataOf(answer: AnswerWithBody): string {
  if ('entity' in answer) return answer.entity;
  if ('page' in answer) return `[${answer.page.texts.join()}]`;
  return JSON.stringify(answer.data);
}

function paginationOf(answer: AnswerWithBody, { account, baseUrl, url, userAgent }: HandlerContext): string {
  if (!('page' in answer)) return '';
  const { page, perPage } = answer;
  const pagination = {
    per_page: perPage,
    next: nextOf(page, nextFormFor(userAgent, account.behaviours['pagination-next']), baseUrl, url),
    has_more: page.hasMore,
    estimated_total: page.estimatedTotal,
  };
  return `,"pagination":${JSON.stringify(pagination)}`;
}
