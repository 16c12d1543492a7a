import { createHash } from 'node:crypto';

/** Style of all pages that the server renders, in light and dark, for screens and for paper. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f5f2, #14161a); --card: light-dark(#fff, #1d2026); --line: light-dark(#dedbd4, #343943);
  --text: light-dark(#1f2328, #eceef2); --soft: light-dark(#5b6169, #a9b0bb); --accent: light-dark(#2951c8, #9db8ff);
  --on-accent: light-dark(#fff, #10182e); --tint: light-dark(#e9eefb, #232c45);
  --good: light-dark(#1b6b3a, #8fdcae); --good-tint: light-dark(#e3f3e8, #1b3325);
  --warn: light-dark(#7a4b00, #f3c678); --warn-tint: light-dark(#fbf0d9, #3a2e17);
  --bad: light-dark(#a3212b, #ffa3a3); --bad-tint: light-dark(#fbe7e7, #401f22);
  font: 1rem/1.55 system-ui, sans-serif; color: var(--text); background: var(--page);
}
* { box-sizing: border-box; }
body { margin: 0; }
.bar { border-bottom: 1px solid var(--line); background: var(--card); font-size: .875rem; color: var(--soft); }
.bar > *, main { max-width: 46rem; margin: 0 auto; padding: .75rem 1.25rem; }
main { padding-top: 2rem; padding-bottom: 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; letter-spacing: -.015em; margin: 0 0 .35rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 2.25rem 0 .75rem; } .name { font-size: 1rem; margin: 0; }
p { margin: .5rem 0; } .soft { color: var(--soft); } .small { font-size: .875rem; }
a { color: var(--accent); text-underline-offset: .15em; }
code { font: .875em ui-monospace, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; display: block; padding: .5rem 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 0 0 1.75rem; padding: 0;
  border-bottom: 1px solid var(--line); }
nav a { display: block; padding: .65rem 0; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent; }
nav a:hover { color: var(--text); } nav a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--accent); }
article { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin: 1rem 0; }
article > :first-child, td > :first-child { margin-top: 0; } article > :last-child { margin-bottom: 0; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .4rem 1.5rem; margin: .75rem 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.sum dd, td.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sum { column-gap: 0; } .sum .whole { font-weight: 650; color: var(--text); border-top: 1px solid var(--line); padding-top: .4rem; }
mark { background: var(--tint); color: var(--accent); border-radius: 1rem; padding: .1rem .65rem; font-size: .8125rem;
  font-weight: 600; white-space: nowrap; }
mark.good { background: var(--good-tint); color: var(--good); } mark.warn { background: var(--warn-tint); color: var(--warn); }
mark.bad { background: var(--bad-tint); color: var(--bad); } mark.quiet { background: var(--page); color: var(--soft); }
.note { border-radius: .6rem; padding: .75rem 1rem; margin: 1rem 0; background: var(--tint); }
.note.good { background: var(--good-tint); } .note.warn { background: var(--warn-tint); } .note.bad { background: var(--bad-tint); }
.note > :first-child { margin-top: 0; } .note > :last-child { margin-bottom: 0; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .65rem; margin-top: 1.25rem; } .actions form { margin: 0; }
.button, button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .55rem 1.1rem; border-radius: .55rem;
  border: 1px solid var(--line); background: var(--card); color: var(--text); text-decoration: none; cursor: pointer;
  display: inline-flex; align-items: center; }
.button:hover, button:hover { border-color: var(--soft); }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.danger { background: var(--bad); border-color: var(--bad); color: light-dark(#fff, #2a0b0d); }
form .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 1rem; }
.wide { grid-column: 1 / -1; }
label, legend { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .3rem; padding: 0; }
input:not([type=radio], [type=checkbox]), select { font: inherit; width: 100%; min-height: 2.75rem; padding: .5rem .75rem;
  color: inherit; background: var(--page); border: 1px solid light-dark(#8b8f96, #6d7582); border-radius: .5rem; }
[aria-invalid=true] { border-color: var(--bad) !important; }
fieldset { border: 0; margin: 0; padding: 0; } .choice { display: flex; gap: .65rem; align-items: baseline; padding: .4rem 0; font-weight: 400; }
.hint { color: var(--soft); font-size: .875rem; margin: .3rem 0 0; } .wrong { color: var(--bad); font-size: .875rem; margin: .3rem 0 0; }
.rows { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8125rem; font-weight: 600; color: var(--soft); } th, td { padding: .6rem .75rem .6rem 0; vertical-align: top; }
tbody tr, tfoot tr { border-top: 1px solid var(--line); } td:last-child, th:last-child { padding-right: 0; }
.amount { padding-right: 1.5rem; } th.amount { text-align: right; }
@media (max-width: 36rem) {
  main { padding-top: 1.25rem; } nav ul { gap: 0 1.1rem; font-size: .9375rem; } h1 { font-size: 1.45rem; } article { padding: 1rem; }
  .actions > *, .actions form, .actions button { width: 100%; justify-content: center; }
  .stack thead { position: absolute; left: -99rem; } .stack tr { display: grid; grid-template-columns: 1fr auto; padding: .65rem 0; }
  .stack tbody tr:first-child { border-top: 0; padding-top: 0; } .stack td { padding: 0; } .stack td:nth-child(even) { text-align: right; }
  dl { grid-template-columns: minmax(6.5rem, max-content) 1fr; gap: .4rem 1rem; }
}
@media print {
  :root { color-scheme: light; background: #fff; } .bar, nav, .actions, .skip { display: none; } main { max-width: none; padding: 0; }
  article { border: 0; padding: 0; } a { color: inherit; text-decoration: none; }
}
`;

/** The style's source in a Content-Security-Policy. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
