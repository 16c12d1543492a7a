import { render } from 'preact';
import { App } from './app.tsx';
import { followRequests } from './live.ts';

const place = document.getElementById('app');
if (place) {
  followRequests();
  render(<App />, place);
}
