/** Style of the page. */
export const pageStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 1rem; padding: .75rem 0; background: Canvas; }
input[type=search] { flex: 1 1 16rem; font: inherit; padding: .25rem .5rem; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem; font-size: 13px;
  background: color-mix(in srgb, CanvasText 6%, Canvas); }
table { border-collapse: collapse; } td, th { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
.claim { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); padding: .4rem 0; }
.claim > summary, .law > summary { cursor: pointer; } .law { margin: .25rem 0 .25rem 1.25rem; }
.verdict { display: inline-block; min-width: 11rem; font-weight: 600; }
.differs, .broken { color: #c4314b; } .cannot-tell, .no-verdict { color: #8a6d00; }
.differs-as-expected { color: #2962b8; } .holds, .held { color: #1a7f37; }
@media (prefers-color-scheme: dark) { .differs, .broken { color: #ff7b8f; } .cannot-tell, .no-verdict { color: #e3b341; }
  .differs-as-expected { color: #79b0ff; } .holds, .held { color: #56d364; } }
[hidden] { display: none; }
`;
