import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { chosenElectron, projectFolder } from '../support/launchApp.ts';
import { sampleProposal } from '../support/sampleProposal.ts';
import { benchDocument } from './benchDocument.ts';
import { goal, median, ms, pairedRatio, quantile } from './measure.ts';

const KEYS = 120;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

type Typing = { readonly openMs: number; readonly wholeMs: number; readonly keys: readonly number[] };

/**
 * From a key to the frame that shows it and the time of opening: the whole page of a proposal against a bare editor
 * with the same document, in turn in one window, without a limit of frames.
 * @param rounds how many times each is opened
 */
export async function benchTyping(sizes: readonly number[], rounds: number): Promise<void> {
  const { server, address } = await servePage(sizes);
  const userData = mkdtempSync(join(tmpdir(), 'kamerton-bench-'));
  const app = await _electron.launch({
    executablePath: chosenElectron().program,
    args: [
      '--no-sandbox',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
      `--user-data-dir=${userData}`,
      join(import.meta.dirname, 'emptyWindow'),
    ],
  });
  try {
    const page = await app.firstWindow();
    console.log('\n## Typing and opening: the whole page of a proposal against a bare editor\n');
    console.log('| pages | | bare | Kamerton | paired ratio | goal |\n|---|---|---|---|---|---|');
    for (const size of sizes) {
      const bare: Typing[] = [];
      const ours: Typing[] = [];
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await typeOnce(page, `${address}/?mode=bare&size=${size}`));
        ours.push(await typeOnce(page, `${address}/?mode=ours&size=${size}`));
      }
      const row = (name: string, of: (typing: Typing) => number, goals: Readonly<Record<number, number>>) => {
        const [base, own] = [bare.map(of), ours.map(of)];
        console.log(
          `| ${size} | ${name} | ${ms(median(base))} | ${ms(median(own))} | ${pairedRatio(own, base)} | ${goal(goals[size])} |`,
        );
      };
      row('key p50', ({ keys }) => quantile(keys, 0.5), {});
      row('key p95', ({ keys }) => quantile(keys, 0.95), { 40: 0.8, 400: 0.3 });
      row('opening', ({ openMs }) => openMs, { 400: 0.4 });
      row('opening, with all beside the page', ({ wholeMs }) => wholeMs, {});
    }
  } finally {
    await app.close();
    server.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

async function typeOnce(page: Page, url: string): Promise<Typing> {
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  const typed = () => page.evaluate(() => document.activeElement?.textContent.length ?? 0);
  const before = await typed();
  const take = () => page.evaluate('window.takeLatencies()');
  for (let key = 0; key < 20; key += 1) {
    await page.keyboard.press('KeyA');
    await page.waitForTimeout(30);
  }
  await take();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'KeyB');
    await page.waitForTimeout(40);
  }
  await page.waitForTimeout(300);
  const keys = await take();
  const gained = (await typed()) - before;
  if (gained !== KEYS + 20) throw new Error(`${gained} of ${KEYS + 20} keys reached the text of ${url}`);
  const told = async (name: string) => Number(await page.locator('body').getAttribute(name));
  // The page's own list of numbers.
  return { openMs: await told('data-open-ms'), wholeMs: await told('data-whole-ms'), keys: keys as number[] };
}

/** Builds the page as the app is built and serves it with its documents at a free port of this machine. */
export async function servePage(sizes: readonly number[]): Promise<{ server: Server; address: string }> {
  const outDir = join(projectFolder, 'out', 'bench');
  await build({
    root: join(import.meta.dirname, 'typingPage'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 8192 },
  });
  const sources = new Map(
    sizes.map((size) => {
      const { proposal, context } = sampleProposal();
      const root = benchDocument(size);
      const source = { proposal: { ...proposal, document: { schemaVersion: 1, root } }, context };
      return [`/source-${size}.json`, JSON.stringify(source)];
    }),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const source = sources.get(pathname);
    try {
      const file = join(outDir, pathname === '/' ? 'index.html' : pathname);
      const body = source ?? readFileSync(file);
      response.setHeader(
        'content-type',
        source ? 'application/json' : (types[extname(file)] ?? 'text/plain'),
      );
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { server, address: `http://127.0.0.1:${port}` };
}
