import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { AccountChooser } from './account-chooser.tsx';
import { CallBar } from './call-bar.tsx';
import { live } from './live.ts';
import { linkTo, route, type View, views } from './route.ts';
import { DocsView } from './views/docs.tsx';
import { NowView } from './views/now.tsx';
import { RequestsView } from './views/requests.tsx';
import { StateView } from './views/state.tsx';
import { SteerView } from './views/steer.tsx';
import { WebhooksView } from './views/webhooks.tsx';

const pages: Readonly<Record<View, { title: string; Page: ComponentType }>> = {
  now: { title: 'Now', Page: NowView },
  state: { title: 'State', Page: StateView },
  requests: { title: 'Requests', Page: RequestsView },
  webhooks: { title: 'Webhooks', Page: WebhooksView },
  steer: { title: 'Steer', Page: SteerView },
  docs: { title: 'Docs', Page: DocsView },
};

/** Scrolls a narrow navigation to the current view. `scrollIntoView` would let the keyboard begin there. */
function revealCurrent(): void {
  const link = document.querySelector<HTMLElement>('.top [aria-current]');
  const nav = link?.parentElement;
  if (nav) nav.scrollTo({ left: link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2 });
}

/** The frame of all views: navigation above, the console's own calls beneath. */
export function App() {
  const { view, parts } = route.value;
  const { title, Page } = pages[view];
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = [...parts.toReversed(), title, 'Paddock'].join(' · ');
  }, [title, parts]);
  useLayoutEffect(() => {
    scrollTo(0, 0);
    revealCurrent();
    // Whoever follows a link goes on from the new view; a page that opens begins at its top.
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [view]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="top">
        <strong class="brand">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M3 8h18M3 14h18M6 4v16M12 4v16M18 4v16" />
          </svg>
          Paddock
        </strong>
        <nav aria-label="Views">
          {views.map((each) => (
            <a key={each} href={linkTo(each)} aria-current={each === view ? 'page' : undefined}>
              {pages[each].title}
            </a>
          ))}
        </nav>
        <AccountChooser />
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {live.isLost.value && (
          <p class="problem lost" role="status">
            The server does not answer. This page shows what it last knew, and goes on when the server is back.
          </p>
        )}
        <h1>{title}</h1>
        <Page />
      </main>
      <CallBar />
    </>
  );
}
