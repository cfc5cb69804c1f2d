import { expect, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAll, sectionsOf } from '../../shared/document/walk.ts';
import type { ReaderRole } from '../../shared/domain/person.ts';
import { pdfText } from '../support/docx.ts';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import {
  ask,
  compose,
  documentPage,
  exportDocx,
  goToSection,
  newestProposal,
  openExample,
  startApp,
  startProposal,
} from '../support/steps.ts';

// One tender, four groups of readers: four visibly different proposals, each kept as a picture and a Word file.

const kept = join(import.meta.dirname, '../../out/compose');
const folder = mkdtempSync(join(tmpdir(), 'kamerton-copies-'));
test.beforeAll(() => mkdirSync(kept, { recursive: true }));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const groups: readonly (readonly ReaderRole[])[] = [
  ['ceo'],
  ['ceo', 'finance'],
  ['hr', 'technical'],
  ['ceo', 'finance', 'hr', 'technical'],
];

test('the same tender for different readers', async () => {
  const client = clientWithComingTender(exampleData('ru'));
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await page.setViewportSize({ width: 1440, height: 900 });
    await openExample(page);
    const { rows } = await ask(page, 'accounts.list', { query: '' });
    const accountId = rows.find(({ name }) => name === client.draft.name)?.id ?? '';
    const { people } = await ask(page, 'people.list', { accountId });
    const seen: string[][] = [];
    for (const roles of groups) {
      await goToSection(page, 'Клиенты');
      await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
      await startProposal(page);
      const own = people.filter((person) => roles.includes(person.readerRole));
      for (const { lastName, firstName } of people.filter((person) => !own.includes(person)))
        await page.getByRole('checkbox', { name: new RegExp(`${lastName} ${firstName}`) }).uncheck();
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(roles.length);
      const isLast = roles.length === 4;
      if (isLast) await page.getByRole('radio', { name: 'Экземпляр каждому' }).click();
      await expect(page.getByRole('region', { name: 'Что получится' }).getByRole('listitem')).toHaveCount(
        roles.length,
      );
      await page.screenshot({ path: join(kept, `new-${roles.join('-')}.png`) });
      await compose(page);
      const { proposal } = await newestProposal(page);
      const { root } = proposal.document;
      expect(
        sectionsOf(root)
          .flatMap(({ attrs }) => attrs.role ?? [])
          .toSorted(),
      ).toEqual(roles.toSorted());
      for (const { attrs } of findAll(root, 'argument')) expect(attrs.reasons.length).toBeGreaterThan(0);
      seen.push(findAll(root, 'argument').map(({ attrs }) => attrs.blockId));
      await page.screenshot({ path: join(kept, `${roles.join('-')}.png`) });
      await exportDocx(page, kamerton.app, kept);
      await page.getByRole('alert').getByRole('button').last().click();
      await expect(page.getByText('Файл сохранён и сверен')).toHaveCount(0);
    }
    expect(new Set(seen.map((blocks) => blocks.join())).size).toBe(groups.length);

    // Swap and drop from the panel, and take both back.
    await documentPage(page).locator('[data-argument] p').first().click();
    await page.getByRole('tab', { name: 'Почему' }).click();
    await page.getByRole('button', { name: 'Заменить', exact: true }).last().click();
    await page.getByRole('button', { name: 'Поставить' }).first().click();
    await expect(page.getByText('Вы поставили этот довод сами')).toBeVisible();
    await page.screenshot({ path: join(kept, 'why.png') });
    await page.getByRole('button', { name: 'Убрать', exact: true }).last().click();
    await expect(page.getByText('Довод убран')).toBeVisible();
    await page.getByRole('button', { name: 'Отменить', exact: true }).click();

    // A reader's copy: its letter, and the set in a folder.
    const finance = people.find(({ readerRole }) => readerRole === 'finance');
    await page.getByRole('button', { name: new RegExp(`Экземпляр: ${finance?.lastName ?? ''}`) }).click();
    await expect(page.getByRole('textbox', { name: 'Письмо' })).toHaveValue(/график платежей/);
    await page
      .getByRole('textbox', { name: 'Письмо' })
      .fill('Начните с графика платежей на второй странице.');
    await expect(page.getByRole('region', { name: /Так увидит/ })).toContainText(
      'Начните с графика платежей',
    );
    await page.screenshot({ path: join(kept, 'copy.png') });
    await kamerton.app.evaluate(({ dialog }, into) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [into] });
    }, folder);
    await page.getByRole('button', { name: 'Другие виды экспорта' }).click();
    await page.screenshot({ path: join(kept, 'copies-menu.png'), animations: 'disabled' });
    await page.getByRole('menuitem', { name: /Комплект экземпляров в\sDOCX/ }).click();
    const anyway = page.getByRole('button', { name: 'Всё равно выгрузить' });
    const saved = page.getByText('Экземпляры сохранены и сверены');
    await expect(anyway.or(saved).first()).toBeVisible({ timeout: 30_000 });
    if (await anyway.isVisible()) await anyway.click();
    await expect(saved).toBeVisible({ timeout: 30_000 });
    expect(readdirSync(folder)).toHaveLength(4);

    // The same copies as PDF: each with its reader's own letter, and all named alike.
    await page.getByRole('button', { name: 'Другие виды экспорта' }).click();
    await page.getByRole('menuitem', { name: /Комплект экземпляров в\sPDF/ }).click();
    const printed = page.getByText(/Экземпляры сохранены в\sPDF/);
    await expect(anyway.or(printed).first()).toBeVisible({ timeout: 60_000 });
    if (await anyway.isVisible()) await anyway.click();
    await expect(printed).toBeVisible({ timeout: 60_000 });
    const files = readdirSync(folder).toSorted();
    const pages = files.filter((name) => name.endsWith('.pdf'));
    expect(pages.map((name) => name.replace(/pdf$/, 'docx'))).toEqual(
      files.filter((name) => name.endsWith('.docx')),
    );
    const letters = await Promise.all(pages.map(async (name) => pdfText(join(folder, name))));
    expect(letters.map((text) => text.includes('Начните с графика платежей')).filter(Boolean)).toEqual([
      true,
    ]);
    expect(new Set(letters).size).toBe(4);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
