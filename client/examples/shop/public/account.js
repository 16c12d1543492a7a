const status = document.querySelector('#status');
const problem = document.querySelector('#problem');

for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => change(button.dataset));
await show();

/** Shows the subscription, as the webhooks told of it, again and again. */
async function show() {
  const { subscription, plan } = await (await fetch('/api/account')).json();
  document.querySelector('#actions').hidden = subscription === null;
  status.textContent = subscription === null ? 'You have no subscription yet.' : textOf(subscription, plan);
  setTimeout(show, 250);
}

function textOf({ status: name, scheduled }, plan) {
  const next = scheduled ? `, ${scheduled.action} on ${scheduled.at.slice(0, 10)}` : '';
  return `${plan}: ${name}${next}`;
}

async function change({ path, plan }) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ plan }) });
  const { message = '', url } = await response.json();
  problem.textContent = message;
  if (url) location.assign(url);
}
