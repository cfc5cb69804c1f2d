import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LookFile } from '../../shared/domain/look.ts';
import { formatDayLong } from '../../shared/domain/formatDate.ts';
import { formatAmount } from '../../shared/domain/formatMoney.ts';
import { priceTotals } from '../../shared/domain/priceTotals.ts';
import { inlineText, findAll, priceTableOf } from '../../shared/document/walk.ts';
import { convertToPdf, docxPart, pdfText, unzip, validateDocx } from '../support/docx.ts';
import { confidences, exampleData } from '../support/exampleData.ts';
import { plain } from '../support/exported.ts';
import { longProposal } from '../support/longProposal.ts';
import { chooseOpenPaths, chooseSavePath, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import {
  ask,
  documentPage,
  exportAnyway,
  exportDocx,
  openExample,
  saveInto,
  startApp,
} from '../support/steps.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';

// The other ways out of the editor: pages as a PDF, a draft e-mail that carries both files, and looks as files.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-pdf-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = (text: string) => plain(text).replaceAll(/\s+/g, ' ');
/** Hyphenless and blankless: a line may break anywhere on a narrow page. */
const letters = (text: string) => text.replaceAll(/[\s\u00a0]+/g, '').toLowerCase();
const pagesOf = (text: string) => text.split('\f').filter((page) => page.trim() !== '');

/** Opens the example; answers its richest draft with prices as the vault has it. */
async function richestDraft(page: Page): Promise<OutputOf<'proposals.get'>> {
  await openExample(page);
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  const all = await Promise.all(rows.map(({ id }) => ask(page, 'proposals.get', { id })));
  const [richest] = all
    .filter(({ proposal }) => proposal.status === 'draft' && priceTableOf(proposal.document.root) !== null)
    .toSorted(
      (one, other) =>
        JSON.stringify(other.proposal.document).length - JSON.stringify(one.proposal.document).length,
    );
  if (richest === undefined) throw new Error('The example has no draft with a price table');
  return richest;
}

/** The same, opened in the editor. */
async function openProposal(page: Page): Promise<OutputOf<'proposals.get'>> {
  const richest = await richestDraft(page);
  await page
    .getByRole('navigation', { name: 'Разделы', exact: true })
    .getByRole('button', { name: 'Предложения' })
    .click();
  await page.getByText(richest.proposal.number).first().click();
  await expect(documentPage(page)).toBeVisible({ timeout: 20_000 });
  return richest;
}

/** Presses an item of the menu beside «Экспорт в DOCX»; answers the path of the written file. */
async function exportBy(kamerton: LaunchedApp, page: Page, item: RegExp, done: string): Promise<string> {
  const dialog = await saveInto(kamerton.app, folder);
  await page.getByRole('button', { name: 'Другие виды экспорта' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await exportAnyway(page);
  await expect(page.getByText(done)).toBeVisible({ timeout: 60_000 });
  return join(folder, await dialog.proposed());
}

function checkPages(text: string, { proposal }: OutputOf<'proposals.get'>): void {
  const { root } = proposal.document;
  const all = words(text);
  for (const heading of findAll(root, 'heading')) {
    // Fields inside a heading are told by what stands around them.
    for (const piece of inlineText(heading.content, () => '\u0000').split('\u0000'))
      expect(letters(text)).toContain(letters(piece));
  }
  const { validFrom, validUntil } = proposal.validity;
  expect(letters(text)).toContain(
    letters(
      `действительно с ${formatDayLong(validFrom, 'ru')} до ${formatDayLong(validUntil, 'ru')} включительно`,
    ),
  );
  const table = priceTableOf(root);
  if (table === null) throw new Error('The proposal has no price table');
  expect(all).toContain(plain(formatAmount(priceTotals(table).grossMinor, 'ru')));
  for (const told of confidences(exampleData('ru')))
    expect(all, 'a confidence reached the file').not.toContain(plain(told));
}

test('a proposal becomes a PDF with the pages of its Word file, in every look', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    const opened = await openProposal(page);
    const { looks } = await ask(page, 'looks.list', {});
    for (const { id, look } of looks) {
      const { company } = await ask(page, 'company.get', {});
      await ask(page, 'company.save', { company: { ...company, look: { ...look, own: null } } });
      // The first by the menu, the others by the call behind it.
      const path =
        id === 'strict'
          ? await exportBy(kamerton, page, /^Экспорт в PDF/, 'PDF сохранён')
          : join(folder, (await ask(page, 'shell.exportProposalPdf', { id: opened.proposal.id })).fileName);
      expect(path).toMatch(/КП_\d{4}-\d+_.+\.pdf$/);
      const text = await pdfText(path);
      checkPages(text, opened);

      const pages = pagesOf(text);
      const [first = '', second = ''] = pages;
      if (look.pageNumbers === 'footer') {
        pages.forEach((each, at) => expect(words(each)).toContain(`стр. ${at + 1} из ${pages.length}`));
        // The letterhead stands where the header would be.
        expect(words(first).match(new RegExp(`№ ${opened.proposal.number} от`, 'g'))).toHaveLength(1);
        expect(words(second.trimStart().split('\n')[0] ?? '')).toContain(`№ ${opened.proposal.number} от`);
      } else {
        expect(second.trimStart().split('\n')[0]?.trim()).toBe('2');
        expect(first.trimStart().split('\n')[0]?.trim()).not.toBe('1');
      }
      const facts = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
      expect(facts).toMatch(/^Tagged: +yes$/m);
      expect(facts).toMatch(/^Page size: .*A4/m);
      expect(facts).toContain(opened.proposal.title);
      expect(facts).toMatch(/^Creator: +Kamerton$/m);

      const { fileName } = await ask(page, 'shell.exportProposalDocx', { id: opened.proposal.id });
      const office = pagesOf(
        await pdfText(await convertToPdf(join(folder, fileName), join(folder, `office-${id}`))),
      );
      expect(Math.abs(office.length - pages.length), `pages of the look ${id}`).toBeLessThanOrEqual(1);
    }
    expect(kamerton.app.windows()).toHaveLength(1);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('the table of contents says on which pages its headings stand', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    const { proposal } = await openProposal(page);
    const root = longProposal(proposal.document.root);
    // The editor holds the document: it is left before another one is saved.
    await page
      .getByRole('navigation', { name: 'Разделы', exact: true })
      .getByRole('button', { name: 'Сегодня' })
      .click();
    const { revision } = (await ask(page, 'proposals.get', { id: proposal.id })).proposal;
    await ask(page, 'proposals.saveDocument', {
      id: proposal.id,
      baseRevision: revision,
      document: { ...proposal.document, root },
    });
    await chooseSavePath(kamerton.app, join(folder, 'contents.pdf'));
    await ask(page, 'shell.exportProposalPdf', { id: proposal.id });
    const pages = pagesOf(await pdfText(join(folder, 'contents.pdf')));
    const titles = new Set(
      findAll(root, 'heading').map(({ content }) => letters(inlineText(content, () => ''))),
    );
    expect(pages.length).toBeGreaterThan(8);
    // A line of the table: words, room for the dots, the number.
    const listed = pages
      .slice(0, 2)
      .flatMap((text) => text.split('\n'))
      .flatMap((line) => {
        const found = /^\s*(\S.*?)\s{3,}(\d+)\s*$/.exec(line);
        return found === null ? [] : [{ heading: letters(found[1] ?? ''), page: Number(found[2]) }];
      })
      .filter(({ heading }) => titles.has(heading));
    expect(listed.length).toBeGreaterThan(10);
    for (const { heading, page: number } of listed)
      expect(letters(pages[number - 1] ?? ''), `${heading} on page ${number}`).toContain(heading);
    expect(new Set(listed.map(({ page: number }) => number)).size).toBeGreaterThan(5);

    // The Word file names the same pages in its own table, before anybody updates it.
    await chooseSavePath(kamerton.app, join(folder, 'contents.docx'));
    const { report } = await ask(page, 'shell.exportProposalDocx', { id: proposal.id });
    expect(report.differences).toEqual([]);
    const bytes = readFileSync(join(folder, 'contents.docx'));
    expect(await validateDocx(bytes)).toEqual([]);
    const inWord = docxPart(bytes)
      .split(/(?=<w:p[ >])/)
      .flatMap((line) => {
        const words = [...line.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
        return line.includes('PAGEREF')
          ? [{ heading: letters(words.slice(0, -1).join('')), page: Number(words.at(-1)) }]
          : [];
      });
    expect(inWord).toEqual(expect.arrayContaining(listed));
  } finally {
    await kamerton.close();
  }
});

test('the sum in words goes to the next page together with its total', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    const { proposal } = await richestDraft(page);
    const { id, document } = proposal;
    const tables = findAll(document.root, 'priceTable');
    let { revision } = proposal;
    const line = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Строка.' }] };
    const ends: number[] = [];
    // One line more above it, and the end of the table moves over the end of the page.
    for (let above = 8; above < 14; above += 1) {
      const validity = { type: 'validity' as const, attrs: { offerKind: 'offer' as const } };
      const root = {
        ...document.root,
        content: [...Array.from({ length: above }, () => line), ...tables, validity],
      };
      const saved = { id, baseRevision: revision, document: { ...document, root } };
      ({ revision } = await ask(page, 'proposals.saveDocument', saved));
      const path = join(folder, `words-${above}.pdf`);
      await chooseSavePath(kamerton.app, path);
      await ask(page, 'shell.exportProposalPdf', { id });
      const pages = pagesOf(await pdfText(path)).map(words);
      const end = pages.findIndex((text) => text.includes('рублей 00 копеек'));
      expect(pages[end]).toContain('Всего к оплате');
      ends.push(end);
    }
    expect(new Set(ends)).toEqual(new Set([0, 1]));
  } finally {
    await kamerton.close();
  }
});

test('a draft e-mail carries both files to the readers', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    const opened = await openProposal(page);
    const path = await exportBy(kamerton, page, /^Письмо с вложениями/, 'Черновик письма сохранён');
    expect(path).toMatch(/\.eml$/);
    // Another program's reading of it: Python's own mail parser.
    const script = [
      'import sys, json, email, email.policy',
      'm = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)',
      'files = [p for p in m.iter_attachments()]',
      'for n, p in enumerate(files): open(sys.argv[2] + "/part-%d" % n, "wb").write(p.get_content())',
      'print(json.dumps({"to": [a.addr_spec for a in m["to"].addresses], "subject": m["subject"], "unsent": m["x-unsent"],',
      ' "text": m.get_body().get_content(), "names": [p.get_filename() for p in files], "defects": [str(d) for d in m.defects]}))',
    ].join('\n');
    const read: unknown = JSON.parse(
      execFileSync('python3', ['-c', script, path, folder], { encoding: 'utf8' }),
    );
    const { proposal, context } = opened;
    const known = context.readers.map(({ email }) => email).filter((email) => email !== '');
    expect(known.length).toBeGreaterThan(0);
    expect(read).toMatchObject({ to: known, unsent: '1', defects: [] });
    const told = words(JSON.stringify(read));
    expect(told).toContain(`Коммерческое предложение № ${proposal.number} — ${plain(context.company.name)}`);
    expect(told).toContain(plain(`до ${formatDayLong(proposal.validity.validUntil, 'ru')} включительно`));
    expect(told).toContain('С уважением,');
    expect(told).toMatch(/"names":\["КП_[^"]+\.docx","КП_[^"]+\.pdf"\]/);
    expect(await validateDocx(readFileSync(join(folder, 'part-0')))).toEqual([]);
    expect(unzip(readFileSync(join(folder, 'part-0'))).has('word/document.xml')).toBe(true);
    checkPages(await pdfText(join(folder, 'part-1')), opened);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('a look is chosen, kept, saved to a file and taken from one', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await openExample(page);
    await page.getByRole('button', { name: 'Настройки' }).click();
    await page
      .getByRole('link', { name: 'Оформление КП' })
      .or(page.getByRole('button', { name: 'Оформление КП' }))
      .or(page.getByRole('tab', { name: 'Оформление КП' }))
      .first()
      .click();
    const used = async () => (await ask(page, 'company.get', {})).company.look;
    for (const name of [/Строгое/, /Классическое/, /Современное/]) {
      await page.getByRole('radio', { name }).click();
      await expect(page.getByRole('radio', { name })).toBeChecked();
      await takeScreenshot(page, `look-${name.source}`);
    }
    await expect.poll(async () => (await used()).tables).toBe('shaded');

    await page.getByRole('button', { name: 'Сохранить как своё' }).click();
    await expect.poll(async () => (await used()).own?.tables).toBe('shaded');

    const path = join(folder, 'look.json');
    await chooseSavePath(kamerton.app, path);
    await page.getByRole('button', { name: 'Сохранить в файл' }).click();
    await expect(page.getByText('Оформление сохранено: look.json')).toBeVisible();
    const saved = LookFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(saved.look.tables).toBe('shaded');

    writeFileSync(
      path,
      JSON.stringify({ ...saved, look: { ...saved.look, tables: 'grid', bodySizePt: 12 } }),
    );
    await chooseOpenPaths(kamerton.app, [path]);
    await page.getByRole('button', { name: 'Взять из файла' }).click();
    await expect.poll(async () => (await used()).tables).toBe('grid');
    expect((await used()).own?.tables).toBe('shaded');

    const before = await used();
    for (const broken of [
      '{',
      '{"kind":"kamerton-look","version":2}',
      JSON.stringify({ look: saved.look }),
    ]) {
      writeFileSync(path, broken);
      await page.getByRole('button', { name: 'Взять из файла' }).click();
      await expect(page.getByText('Это не файл оформления')).toBeVisible();
    }
    expect(await used()).toEqual(before);

    await page.getByRole('radio', { name: /^Своё/ }).click();
    await expect.poll(async () => (await used()).tables).toBe('shaded');
    expect(kamerton.problems()).toEqual([]);
    expect(existsSync(path)).toBe(true);
  } finally {
    await kamerton.close();
  }
});

test('the window may not print in the name of the hidden page', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await openExample(page);
    await expect(ask(page, 'shell.pagesReady', { code: 'cancelled' })).rejects.toThrow(/unavailable/);
  } finally {
    await kamerton.close();
  }
});

test('an export that is declined changes nothing and says so', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    const { proposal } = await openProposal(page);
    await chooseSavePath(kamerton.app, null);
    await expect(ask(page, 'shell.exportProposalPdf', { id: proposal.id })).rejects.toThrow(/cancelled/);
    await chooseSavePath(kamerton.app, join(folder, 'no such folder', 'file.pdf'));
    await expect(ask(page, 'shell.exportProposalPdf', { id: proposal.id })).rejects.toThrow(/folderMissing/);
    expect(existsSync(join(folder, 'no such folder'))).toBe(false);
    // Still whole after it: the Word file can be written.
    expect(existsSync(await exportDocx(page, kamerton.app, folder))).toBe(true);
  } finally {
    await kamerton.close();
  }
});
