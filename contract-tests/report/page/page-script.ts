/** Script of the page, which filters claims by verdict and search words. */
export const pageScript = `
const form = document.querySelector('form');
const claims = [...document.querySelectorAll('.claim')].map((element) => ({ element, text: element.textContent.toLowerCase() }));
function filter() {
  const chosen = new FormData(form);
  const verdicts = chosen.getAll('verdict');
  const words = chosen.get('text').toLowerCase().split(/\\s+/);
  let shown = 0;
  for (const { element, text } of claims) {
    const { verdict, changed } = element.dataset;
    const fits = verdicts.includes(verdict) && (!chosen.has('changed') || changed === 'true');
    element.hidden = !fits || !words.every((word) => text.includes(word));
    if (!element.hidden) shown += 1;
  }
  document.querySelector('output').textContent = shown + ' of ' + claims.length + ' claims';
}
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
filter();
`;
