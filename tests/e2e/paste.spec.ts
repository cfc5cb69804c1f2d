import { expect, test, type Page, type Request } from '@playwright/test';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentRoot } from '../../shared/document/nodes.ts';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { arbitraryHostileHtml } from '../support/hostileHtml.ts';
import type { LaunchedApp } from '../support/launchApp.ts';
import { outlineOf } from '../support/outline.ts';
import { ask, documentPage, goToSection, openExample, startApp, waitUntilSaved } from '../support/steps.ts';

// What other programs put into the clipboard, pasted into the real window: compared as it was saved.

const folder = join(import.meta.dirname, '..', 'fixtures', 'clipboard');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''));

let app: LaunchedApp;
let page: Page;
let proposalId: ProposalId;

test.beforeAll(async () => {
  app = await startApp('ru');
  page = await app.window();
  await openExample(page);
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  // A proposal that was sent does not change any more.
  const first = rows.find(({ status }) => status === 'draft');
  if (!first) throw new Error('The example has no draft');
  proposalId = first.id;
  await goToSection(page, 'Предложения');
  await page.getByText(first.number).first().click();
  await expect(documentPage(page)).toBeVisible();
});

test.afterAll(async () => app.close());

type Clip = {
  readonly html?: string;
  readonly text?: string;
  readonly files?: readonly { readonly base64: string; readonly type: string }[];
};

/** Hands the page what a program would have put into the clipboard, or what is dragged over it. */
async function give(kind: 'paste' | 'drop', clip: Clip): Promise<void> {
  await documentPage(page).evaluate(
    (element, { event, html, text, files }) => {
      const data = new DataTransfer();
      if (html !== undefined) data.setData('text/html', html);
      if (text !== undefined) data.setData('text/plain', text);
      for (const { base64, type } of files ?? []) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], 'file', { type }));
      }
      const common = { bubbles: true, cancelable: true };
      const box = element.getBoundingClientRect();
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...common, clipboardData: data })
          : new DragEvent('drop', {
              ...common,
              dataTransfer: data,
              clientX: box.left + 60,
              clientY: box.top + 20,
            }),
      );
    },
    { event: kind, ...clip },
  );
}

/** Empties the page but for the validity, which no editing takes away. */
async function empty(): Promise<void> {
  await documentPage(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** The document as the vault has it, below the words that are always there. */
async function saved(): Promise<string> {
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  return outlineOf({
    ...proposal.document.root,
    content: proposal.document.root.content.filter(({ type }) => type !== 'validity'),
  });
}

const notice = (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).first();
const sample = (name: string) => readFileSync(join(folder, name), 'utf8');

test('there are samples of ten programs', () => expect(samples.length).toBeGreaterThanOrEqual(10));

test('what is cut within the document comes back whole', async () => {
  const before = await saved();
  expect(before).toContain('priceTable');
  await documentPage(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  expect(await saved()).not.toContain('priceTable');
  await page.keyboard.press('Control+V');
  expect(await saved()).toBe(before);
  expect(before.match(/^ *validity/gm)).toHaveLength(1);
});

for (const name of samples)
  test(`a sample of ${name} becomes what it was meant to be`, async () => {
    await empty();
    await give('paste', { html: sample(`${name}.html`), text: 'то же без оформления' });
    await expect(documentPage(page)).not.toBeEmpty();
    expect(await saved()).toBe(sample(`${name}.expected.txt`));
  });

test('what could not be kept is said once', async () => {
  await empty();
  await give('paste', { html: sample('word-text.html'), text: 'x' });
  for (const sentence of [
    /1 картинка не вошла/,
    /1 ссылка стала текстом/,
    /1 примечание рецензента/,
    /1 скрытый фрагмент/,
  ])
    await expect(notice(sentence)).toBeVisible();
});

test('plain text becomes paragraphs, and tabbed lines a table', async () => {
  await empty();
  await give('paste', { text: 'Добрый день.\r\n\r\nПервая строка\r\nвторая' });
  expect(await saved()).toBe('paragraph | Добрый день.\nparagraph | Первая строка⏎вторая\n');
  await empty();
  await give('paste', { text: 'Насос\t2\nШкаф\t10\n' });
  expect(await saved()).toBe(
    [
      'table',
      '  tableRow',
      '    tableCell',
      '      paragraph | Насос',
      '    tableCell',
      '      paragraph (textAlign=right) | 2',
      '  tableRow',
      '    tableCell',
      '      paragraph | Шкаф',
      '    tableCell',
      '      paragraph (textAlign=right) | 10',
      '',
    ].join('\n'),
  );
});

const picture = /base64,([^"]+)/.exec(sample('web-page.html'))?.[1] ?? '';

test('cells put over cells of a table take on its columns', async () => {
  const table = (widths: readonly number[], ...words: readonly string[]) =>
    `<table>${widths.map((width) => `<col width=${width}>`).join('')}` +
    `<tr>${words.map((word) => `<td>${word}</td>`).join('')}</tr></table>`;
  await empty();
  await give('paste', { html: table([300, 200, 100], 'Насос', 'два', 'есть'), text: 'x' });
  const before = await saved();
  await documentPage(page).getByText('Насос').click();
  await give('paste', { html: table([60, 60], 'Шкаф', 'пять'), text: 'x' });
  expect(await saved()).toBe(before.replace('Насос', 'Шкаф').replace('два', 'пять'));
});

test('a picture from the clipboard or from a folder arrives with its size', async () => {
  for (const kind of ['paste', 'drop'] as const) {
    await empty();
    await page.keyboard.type('Схема');
    await give(kind, { files: [{ base64: picture, type: 'image/png' }] });
    await expect(documentPage(page).locator('img')).toBeVisible();
    expect(await saved()).toContain('image (src=data:image/png;base64,… width=24 height=12)');
  }
});

test('a broken picture is refused with words and changes nothing', async () => {
  await empty();
  await page.keyboard.type('Текст');
  await give('paste', { files: [{ base64: btoa('no picture at all'), type: 'image/png' }] });
  await expect(notice('Картинку не прочитать')).toBeVisible();
  expect(await saved()).toBe('paragraph | Текст\n');
});

test('a hostile page runs nothing, asks for nothing, and leaves its words', async () => {
  await page.evaluate(() => {
    window.name = 'quiet';
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const pages = [
    '<svg></p><style><a id="</style><img src=1 onerror=window.name=1>"><math><mtext><table><mglyph><style><img src onerror=window.name=1>',
    '<base href="https://x.example/"><link rel=stylesheet href="https://x.example/a.css"><meta http-equiv=refresh content="0;url=https://x.example">',
    '<img src="https://x.example/a.png" srcset="https://x.example/b.png 2x"><p style="background:url(https://x.example/c.png)" onclick="window.name=1">',
    '<style>@import "https://x.example/d.css"; p { background: url(https://x.example/e.png) }</style><iframe srcdoc="<script>parent.name=1</script>"></iframe>',
    `<a href="data:text/html,x">${'<div>'.repeat(9000)}`,
    '<'.repeat(50_000),
  ];
  for (const hostile of pages) {
    await empty();
    await give('paste', { html: `${hostile}<p>слова</p>`, text: 'x' });
    const document = await saved();
    expect(document).not.toContain('x.example');
    expect(document).not.toContain('link');
  }
  expect(await page.evaluate(() => window.name)).toBe('quiet');
  expect(requests.filter((url) => !url.startsWith('app:') && !url.startsWith('data:'))).toEqual([]);
});

test('what is pasted on the chosen validity block comes in before it', async () => {
  await empty();
  await documentPage(page).locator('.k-block-validity').click();
  await give('paste', { html: '<p>перед сроком</p>', text: 'x' });
  expect(await saved()).toContain('paragraph | перед сроком');
  await expect(documentPage(page).locator('.k-block-validity')).toBeVisible();
});

test('a page beyond two megabytes is refused with words and changes nothing', async () => {
  await empty();
  await page.keyboard.type('Текст');
  await give('paste', { html: `<p>${'слово '.repeat(400_000)}</p>`, text: 'x' });
  await expect(notice('Вставка слишком велика')).toBeVisible();
  expect(await saved()).toBe('paragraph | Текст\n');
});

// Before the hostile drawings and pages: with those the policy has its work to do and says so.
test('none of it troubles the window or its content policy', () => expect(app.problems()).toEqual([]));

test('a drawing in SVG comes in as a picture of its size, without what runs in it or asks for something', async () => {
  await page.evaluate(() => {
    window.name = 'quiet';
  });
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 320" onload="window.name=1"><script>window.name=1</script>' +
    '<style>@import url(https://evil.example/a.css); rect { fill: #123456 }</style><rect width="1280" height="320"/>' +
    '<image href="https://evil.example/a.png" width="9" height="9"/><foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>';
  const base64 = Buffer.from(svg).toString('base64');
  await empty();
  await give('drop', { files: [{ base64, type: 'image/svg+xml' }] });
  const image = documentPage(page).locator('img');
  await expect(image).toBeVisible();
  expect(await saved()).toContain('image (src=data:image/png;base64,… width=640 height=160)');
  const dot = await image.evaluate(async (shown: HTMLImageElement) => {
    await shown.decode();
    const canvas = new OffscreenCanvas(shown.naturalWidth, shown.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(shown, 0, 0);
    return { dots: shown.naturalWidth, color: [...(context?.getImageData(900, 200, 1, 1).data ?? [])] };
  });
  expect(dot).toEqual({ dots: 1920, color: [0x12, 0x34, 0x56, 255] });
  expect(await page.evaluate(() => window.name)).toBe('quiet');
  for (const broken of [
    '<svg',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
  ]) {
    await empty();
    await give('paste', { files: [{ base64: btoa(broken), type: 'image/svg+xml' }] });
    await expect(notice('Картинку не прочитать').first()).toBeVisible();
    await page.locator('.mantine-Notification-closeButton').first().click();
    expect(await saved()).not.toContain('image');
  }
});

test('three hundred made-up hostile pastes run nothing, ask for nothing and leave a document of the model', async () => {
  await page.evaluate(() => {
    window.name = 'quiet';
  });
  const address = page.url();
  const asked: string[] = [];
  const note = (request: Request) => void asked.push(request.url());
  page.on('request', note);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => void dialogs.push(dialog.message()));
  const pastes = fc.sample(arbitraryHostileHtml, {
    numRuns: 300,
    seed: Number(process.env['TEST_SEED'] ?? 77),
  });
  const together = 15;
  for (let from = 0; from < pastes.length; from += together) {
    await empty();
    const some = pastes
      .slice(from, from + together)
      .map((hostile, at) => `<p>начало${from + at}</p>${hostile}`);
    await documentPage(page).evaluate((element, given) => {
      for (const one of given) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', one);
        clipboardData.setData('text/plain', 'x');
        element.dispatchEvent(
          new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
        );
      }
    }, some);
    const strange = await documentPage(page).evaluate((element) => [
      ...new Set(
        [...element.querySelectorAll('*')].flatMap((each) => [
          ...(/^(?:script|style|iframe|object|embed|form|input|link|meta|base|template|video|audio)$/i.test(
            each.tagName,
          )
            ? [each.tagName]
            : []),
          ...each.getAttributeNames().filter((name) => name.startsWith('on')),
        ]),
      ),
    ]);
    expect(strange, some.join('\n')).toEqual([]);
    await saved();
    const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
    const root = DocumentRoot.parse(proposal.document.root);
    const text = JSON.stringify(root);
    for (const at of some.keys()) expect(text, some[at]).toContain(`начало${from + at}`);
    for (const [, href] of text.matchAll(/"href":"([^"]*)"/g))
      expect(href, some.join('\n')).toMatch(/^(?:https?:|mailto:|tel:)/i);
    for (const [, source] of text.matchAll(/"src":"([^"]{0,40})/g))
      expect(source).toMatch(/^data:image\/(?:png|jpeg);base64,/);
  }
  page.off('request', note);
  expect(asked.filter((url) => !/^(?:app|data):/.test(url))).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await page.evaluate(() => window.name)).toBe('quiet');
  expect(page.url()).toBe(address);
});

test('ten thousand levels and nearly two megabytes come in as words', async () => {
  for (const tag of ['ul><li', 'b']) {
    await empty();
    await give('paste', { html: `<p>начало</p>${`<${tag}>`.repeat(10_000)}дно`, text: 'x' });
    expect(await saved(), tag).toContain('начало');
  }
  await empty();
  // As web pages are: a little text, and much around it.
  const long = `<p>начало</p>${`<p style="--x:${'a'.repeat(9_000)}">слово</p>`.repeat(205)}<p>конец</p>`;
  expect(long.length).toBeGreaterThan(1_800_000);
  await give('paste', { html: long, text: 'x' });
  expect(await saved()).toContain('конец');
});
