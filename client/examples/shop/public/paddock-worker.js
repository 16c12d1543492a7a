// For development only: gives the pages Paddle.js of the mock whose URL the worker was registered with.
const mock = new URL(location.href).searchParams.get('mock');

addEventListener('fetch', (event) => {
  const { hostname } = new URL(event.request.url);
  if (hostname === 'cdn.paddle.com') event.respondWith(fetch(`${mock}/_paddock/paddle.js`));
});
