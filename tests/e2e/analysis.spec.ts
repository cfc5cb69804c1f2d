import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { texts } from '../../renderer/app/texts/index.ts';
import { chooseSavePath, setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { ask, goToSection, openExample, startApp } from '../support/steps.ts';

// The portfolio as a KAM's head of department asks about it: every figure leads to its rows.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-analysis-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { analysis, domain } = texts.ru;

test('the analysis answers on whom profit rests and why tenders are won, and leads to the rows behind', async () => {
  test.setTimeout(120_000);
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);
    await page.keyboard.press('Control+Digit6');
    await expect(page.getByRole('heading', { level: 1, name: analysis.sales.question.profit })).toBeVisible();
    const asked = { year: null, basis: 'profit', cell: null, limit: 50 } as const;
    const sales = await ask(page, 'analysis.sales', asked);
    const [leader] = sales.rows;
    const cell = sales.matrix.find(({ abc, xyz }) => abc === leader?.abc && xyz === leader.xyz);
    if (leader === undefined || cell === undefined) throw new Error('Nobody buys in the example');
    const rows = page.getByRole('table').first().locator('tbody tr');
    await expect(rows).toHaveCount(sales.buyers);
    await expect(page.getByRole('img', { name: analysis.sales.chartLabel })).toBeVisible();

    // A cell of the matrix shows its clients, and lets go again.
    const inMatrix = page.getByRole('button', { name: new RegExp(`^${leader.abc}${leader.xyz} `) });
    await inMatrix.click();
    await expect(rows).toHaveCount(cell.clients);
    await inMatrix.click();
    await expect(rows).toHaveCount(sales.buyers);

    const whatIf = page.getByRole('button', {
      name: analysis.sales.whatIfOf.replace('{{name}}', leader.name),
    });
    await whatIf.click();
    const dialog = page.getByRole('dialog', {
      name: analysis.leaving.title.replace('{{name}}', leader.name),
    });
    await expect(dialog.getByRole('row', { name: analysis.leaving.leader })).toContainText(leader.name);
    await takeScreenshot(page, 'analysis-leaving-light');
    // Whoever works by the keyboard goes on from the row.
    await page.keyboard.press('Escape');
    await expect(whatIf).toBeFocused();

    const path = join(folder, 'Доли.xlsx');
    await chooseSavePath(kamerton.app, path);
    await page.getByRole('button', { name: analysis.excel }).click();
    await expect(page.getByText(analysis.saved)).toBeVisible();
    const [sheet] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
    expect(sheet?.data.slice(1).map(([name]) => name)).toEqual(sales.rows.map(({ name }) => name));

    // A reason shows its deals, a deal its tender.
    await page.getByRole('tab', { name: analysis.view.deals }).click();
    const deals = await ask(page, 'analysis.deals', { period: 'all', filter: null, limit: 50 });
    const [first] = deals.analysis.reasons;
    if (first?.reason == null) throw new Error('No tender of the example has a reason');
    await page.getByRole('button', { name: new RegExp(`^${domain.tenderReason[first.reason]} `) }).click();
    await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(first.won + first.lost);
    await page.getByRole('table').locator('tbody tr').first().getByRole('button').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('tab', { name: analysis.view.deals })).toBeHidden();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { level: 1, name: analysis.deals.question })).toBeVisible();

    // Turned to the client, the screen says nothing of others.
    await page.keyboard.press('F8');
    await expect(page.getByText(analysis.showMode.text)).toBeVisible();
    await expect(page.getByText(leader.name)).toBeHidden();
    await page.getByRole('button', { name: analysis.showMode.leave }).click();
    await goToSection(page, 'Анализ');
    await expect(page.getByRole('heading', { level: 1, name: analysis.sales.question.profit })).toBeVisible();
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
