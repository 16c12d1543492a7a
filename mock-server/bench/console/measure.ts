import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '#vitest/chromium.ts';
import { median, percentile, renderTable } from '../figures.ts';
import { measureLoad } from '../load.ts';
import { type BenchServer, startMock } from '../servers/servers.ts';
import { workloads } from '../workloads.ts';

const customers = 100_000;
const perSecond = 1_000;

type Log = (line: string) => void;

/** Measures the console in a real browser, and what it costs the API. Prints a table. */
export async function measureConsole(rounds: number, log: Log): Promise<string> {
  await using mock = await startMock({ customers, journal: 1_000 });
  const browser = await launch();
  try {
    const rows: string[][] = [];
    const add = (figure: string, measured: string, limit: string) => {
      log(`${figure}: ${measured}`);
      rows.push([figure, measured, limit]);
    };
    const { paints, completions, kilobytes } = await measureStart(browser, mock, 2 * rounds + 1);
    add('first paint, median', `${median(paints).toFixed(0)} ms`, '300 ms');
    add('the first view with its data, median', `${median(completions).toFixed(0)} ms`, '');
    add('files of the console, gzipped', `${kilobytes.toFixed(1)} KB`, '150 KB');
    const delays = await measureDelays(browser, mock, 10 * rounds);
    add('an arriving request is visible, median', `${median(delays).toFixed(0)} ms`, '200 ms');
    add('and at the latest', `${Math.max(...delays).toFixed(0)} ms`, '200 ms');
    for (const [view, hash] of [
      ['requests', '#/requests'],
      ['state', '#/state/customers'],
    ] as const) {
      const { longest, late, frames, longestTask } = await measureFrames(browser, mock, hash, 5 * rounds);
      add(`longest frame, ${view}`, `${longest.toFixed(0)} ms, ${late} of ${frames} over 50 ms`, '50 ms');
      add(`longest task of the page, ${view}`, `${longestTask.toFixed(1)} ms of processor time`, '50 ms');
    }
    for (const hash of ['#/requests', '#/now']) {
      const { ratios, control } = await measureCost(browser, mock, hash, 8 * rounds, log);
      add(`API's time per request at full speed, with ÷ without, ${hash}`, renderSpread(ratios), '1.02');
      add(`without ÷ without, ${hash}`, renderSpread(control), '');
    }
    return renderTable(['Console', 'measured', 'at most'], rows);
  } finally {
    await browser.close();
  }
}

const launch = async () =>
  chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

const consoleUrl = ({ url }: BenchServer, hash = '') => `${url}/_paddock/console${hash}`;

async function open(browser: Browser, mock: BenchServer, hash: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(consoleUrl(mock, hash));
  await page.locator('.dot.on').waitFor();
  return page;
}

/** Opens the console in fresh contexts, without a cache. */
async function measureStart(browser: Browser, mock: BenchServer, times: number) {
  const paints: number[] = [];
  const completions: number[] = [];
  let kilobytes = 0;
  for (let count = 0; count < times; count += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(consoleUrl(mock));
    await page.locator('#clock').waitFor();
    const { paint, completion, bytes } = await page.evaluate(async () => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      // The frame after the one in which the data was drawn.
      const shown = await new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
      );
      const files = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')];
      const own = files.filter(({ name }) => /\/_paddock\/(built|console)/.test(name));
      return {
        paint: entry?.startTime ?? 0,
        completion: shown,
        bytes: own.reduce((sum, file) => sum + (file as PerformanceResourceTiming).encodedBodySize, 0),
      };
    });
    if (paint > 0) paints.push(paint);
    completions.push(completion);
    kilobytes = bytes / 1024;
    await context.close();
  }
  return { paints, completions, kilobytes };
}

/** Measures the time from sending a request to its appearance in the page. */
async function measureDelays(browser: Browser, mock: BenchServer, times: number): Promise<number[]> {
  const page = await open(browser, mock, '#/requests');
  const delays: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const mark = `/customers?per_page=1&after=mark${count}`;
    const seen = page.evaluate(
      (text) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (document.querySelector('.virtual')?.textContent?.includes(text)) {
              observer.disconnect();
              resolve(Date.now());
            }
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
      mark,
    );
    // Lets the observer begin.
    await page.evaluate(() => 0);
    const sent = Date.now();
    await fetch(mock.url + mark, { headers: { Authorization: `Bearer ${mock.apiKey}` } });
    delays.push((await seen) - sent);
    await pause(37);
  }
  await page.close();
  return delays;
}

/** Measures frames while requests arrive and the list is scrolled. */
async function measureFrames(browser: Browser, mock: BenchServer, hash: string, seconds: number) {
  const page = await open(browser, mock, hash);
  const load = autocannon({
    url: mock.url,
    connections: 5,
    overallRate: perSecond,
    duration: seconds + 2,
    headers: { authorization: `Bearer ${mock.apiKey}` },
    requests: workloads['get a customer'](customers).map((request) => ({ ...request })),
  });
  await pause(1_000);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const measured = await page.evaluate(
    (ms) =>
      new Promise<{ longest: number; late: number; frames: number }>((resolve) => {
        const begin = performance.now();
        let last = begin;
        let longest = 0;
        let late = 0;
        let frames = 0;
        const list = document.querySelector('.virtual');
        const frame = (now: number) => {
          const length = now - last;
          last = now;
          frames += 1;
          if (frames > 1) longest = Math.max(longest, length);
          if (frames > 1 && length > 50) late += 1;
          list?.scrollBy(0, 40);
          if (now - begin < ms) requestAnimationFrame(frame);
          else resolve({ longest, late, frames });
        };
        requestAnimationFrame(frame);
      }),
    1_000 * seconds,
  );
  const longestTask = longestTaskIn(JSON.parse((await browser.stopTracing()).toString()));
  await load;
  await page.close();
  return { ...measured, longestTask };
}

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } };

/** Returns the milliseconds of processor time of the longest task on a page's thread, which draws its frames. */
function longestTaskIn({ traceEvents }: { traceEvents: readonly TraceEvent[] }): number {
  const placeOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const threads = new Set(named.map(placeOf));
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && threads.has(placeOf(event)));
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}

/**
 * Compares the requests per second that the API answers at full speed with and without what an open console asks the
 * server. Each turn with the console is compared with the turns before and after it, which are also compared with each
 * other: that control shows how much the machine itself varies. The console's recorded calls stand in for it, since a
 * browser would take the server's processor.
 */
async function measureCost(browser: Browser, mock: BenchServer, hash: string, turns: number, log: Log) {
  const calls = await recordCalls(browser, mock, hash);
  log(`  ${hash} makes ${calls.length} calls in ${callsMs / 1_000} s`);
  const requests = workloads['get a customer'](customers);
  const alone = () => measureLoad(mock, requests, turnSeconds);
  const watched = async () => {
    const ended = new AbortController();
    const stands = calls.map((call) => repeat(call, ended.signal));
    // A console that opens gets the kept requests first.
    await pause(500);
    const speed = await alone();
    ended.abort();
    await Promise.all(stands);
    return speed;
  };
  await watched();
  const ratios: number[] = [];
  const control: number[] = [];
  let before = await alone();
  for (let turn = 0; turn < turns; turn += 1) {
    const speed = await watched();
    const after = await alone();
    ratios.push((before + after) / 2 / speed);
    control.push(before / after);
    before = after;
  }
  return { ratios, control };
}

/** Seconds of a turn: shorter than most changes of the machine's speed. */
const turnSeconds = 1;

function renderSpread(values: readonly number[]): string {
  const [low, middle, high] = [percentile(values, 25), median(values), percentile(values, 75)];
  return `${middle.toFixed(3)}, half of the turns from ${low.toFixed(3)} to ${high.toFixed(3)}`;
}

type RecordedCall = { url: string; headers: Record<string, string>; atMs: number };

/** Long enough for each of the console's intervals. */
const callsMs = 6_000;

/** Records what a console asks the server after it has opened, with the stream that it opened before. */
async function recordCalls(browser: Browser, mock: BenchServer, hash: string): Promise<RecordedCall[]> {
  const page = await browser.newPage();
  const calls: RecordedCall[] = [];
  let began = Number.POSITIVE_INFINITY;
  page.on('request', (request) => {
    const isStream = request.url().includes('/requests/live');
    if (Date.now() < began && !isStream) return;
    calls.push({ url: request.url(), headers: request.headers(), atMs: isStream ? 0 : Date.now() - began });
  });
  await page.goto(consoleUrl(mock, hash));
  await page.locator('.dot.on').waitFor();
  await pause(1_000);
  began = Date.now();
  await pause(callsMs);
  await page.close();
  return calls;
}

/** Makes a call again and again, and reads what is answered. */
async function repeat({ url, headers, atMs }: RecordedCall, ended: AbortSignal): Promise<void> {
  try {
    for (let ms = atMs; ; ms = callsMs) {
      await pause(ms, undefined, { signal: ended });
      const { body } = await fetch(url, { headers, signal: ended });
      await body?.pipeTo(new WritableStream());
    }
  } catch (error) {
    if (!ended.aborted) throw error;
  }
}
