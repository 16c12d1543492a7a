import type { WebhookProblem } from './webhook-handler.ts';

/** Wraps `onError` so that its errors are ignored. */
export function createReport(onError: (problem: WebhookProblem) => void = logProblem) {
  return (problem: WebhookProblem): void => {
    try {
      onError(problem);
    } catch (error) {
      console.error("The webhook handler's onError threw:", error);
    }
  };
}

function logProblem(problem: WebhookProblem): void {
  if (problem.kind === 'refused') {
    const { reason, detail, hint = '' } = problem.refusal;
    console.error(`Webhook refused (${reason}): ${detail} ${hint}`.trimEnd());
  } else if (problem.kind === 'misused') {
    console.error(problem.error.message);
  } else if (problem.kind === 'dropped') {
    const { event_id, event_type } = problem.event;
    console.warn(`${event_type} ${event_id} dropped: a newer event of the same entity was already processed.`);
  } else {
    const { event_id, event_type } = problem.event ?? { event_id: '(not read)', event_type: 'Webhook' };
    console.error(`${event_type} ${event_id} failed:`, problem.error);
  }
}
