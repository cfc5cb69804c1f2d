// ?mode=ours|bare&size=40: the proposal's page with everything on it, or a bare editor with the same document. Ready
// when `data-ready` stands on the body. The document is open when it is shown and the caret is in the middle of it, and
// whole when all that stands beside it is there too.
export {};

const asked = new URLSearchParams(location.search);
const size = asked.get('size') ?? '40';
const source: unknown = await (await fetch(`/source-${size}.json`)).json();
const root = document.querySelector<HTMLElement>('#root');
if (root === null) throw new Error('index.html has no #root');

/** The first key to its frame, for every key. */
const latencies: number[] = [];
const channel = new MessageChannel();
let waiting: number[] = [];
channel.port1.addEventListener('message', () => {
  const now = performance.now();
  for (const pressed of waiting) latencies.push(now - pressed);
  waiting = [];
});
channel.port1.start();
addEventListener(
  'keydown',
  ({ timeStamp }) => {
    requestAnimationFrame(() => {
      waiting.push(timeStamp);
      // Comes after the frame that shows the key.
      channel.port2.postMessage(0);
    });
  },
  true,
);
Object.assign(window, { takeLatencies: () => latencies.splice(0) });

const { open } = asked.get('mode') === 'bare' ? await import('./bare.ts') : await import('./ours.tsx');
const from = performance.now();
const { focusMiddle, isWhole } = await open(root, source);
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
await nextFrame();
focusMiddle();
performance.measure('opening', { start: from });
document.body.dataset.openMs = String(performance.now() - from);
// Looked at seldom: asked for at every frame, the window would never be idle.
while (!isWhole()) await new Promise((resolve) => setTimeout(resolve, 20));
document.body.dataset.wholeMs = String(performance.now() - from);
document.body.dataset.ready = 'yes';
