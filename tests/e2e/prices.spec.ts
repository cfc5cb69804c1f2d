import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { priceTableView } from '../../shared/document/priceViews.ts';
import { priceTableOf } from '../../shared/document/walk.ts';
import { texts } from '../../renderer/app/texts/index.ts';
import { validateDocx } from '../support/docx.ts';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import { plain, readExported } from '../support/exported.ts';
import { chooseOpenPaths, setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { missingTexts } from '../support/missingTexts.ts';
import {
  choose,
  compose,
  documentPage,
  exportDocx,
  goToSection,
  newestProposal,
  openExample,
  startApp,
  startProposal,
  waitUntilSaved,
} from '../support/steps.ts';

// From a price file to the totals of a proposal: what the page says, the file says.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-prices-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { price, proposals, settings } = texts.ru;
const csv = [
  'Артикул;Наименование;Ед.;Цена;Мин. цена',
  'Осушители;;;;',
  'О-10;Осушитель рефрижераторный на 10 м³;шт.;1 200 000,00;1 150 000,00',
  'О-20;Осушитель рефрижераторный на 20 м³;шт.;1 900 000,50;',
  'Ф-1;Фильтр магистральный;шт.;по запросу;',
].join('\n');

test('a price list comes from a file, its items into a proposal, and page and file agree', async () => {
  test.setTimeout(120_000);
  const path = join(folder, 'Прайс.csv');
  writeFileSync(path, csv);
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);

    await page.getByRole('button', { name: texts.ru.common.places.settings }).click();
    await page.getByRole('button', { name: settings.pages.prices }).click();
    await chooseOpenPaths(kamerton.app, [path]);
    await page.getByRole('button', { name: price.list.import }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Новых 2, изменится 0, без изменений 0, пропущено 1.');
    await expect(dialog.getByRole('list', { name: price.import.skippedTitle })).toContainText('Строка 5');
    await takeScreenshot(page, 'prices-import-light');
    await dialog.getByRole('button', { name: price.import.submit, exact: true }).click();
    await expect(
      page.getByRole('cell', { name: 'Осушитель рефрижераторный на 20 м³', exact: true }),
    ).toBeVisible();
    await page.getByRole('textbox', { name: price.list.search }).fill('осуш 10');
    await expect(
      page.getByRole('cell', { name: 'Осушитель рефрижераторный на 20 м³', exact: true }),
    ).toBeHidden();
    await page.getByRole('textbox', { name: price.list.search }).fill('');
    const found = await missingTexts(page);
    await takeScreenshot(page, 'prices-list-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'prices-list-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: settings.pages.rates.replace('\u00a0', ' ') }).click();
    await expect(page.getByRole('heading', { name: price.rates.vatTitle })).toBeVisible();
    found.push(...(await missingTexts(page)));
    await takeScreenshot(page, 'prices-rates-light');

    await goToSection(page, 'Клиенты');
    const client = clientWithComingTender(exampleData('ru'));
    await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
    await startProposal(page);
    await compose(page);
    await page.getByRole('tab', { name: proposals.tabs.price }).click();
    await page.getByRole('button', { name: price.pick.open.replace('\u00a0', ' ') }).click();
    const picker = page.getByRole('dialog', { name: price.pick.title.replace('\u00a0', ' ') });
    await picker.getByRole('checkbox', { name: /на 10 м³/ }).check();
    await picker.getByRole('textbox', { name: /на 10 м³/ }).fill('2');
    await picker.getByRole('checkbox', { name: /на 20 м³/ }).check();
    await takeScreenshot(page, 'prices-picker-light');
    await picker.getByRole('button', { name: 'Добавить 2 позиции' }).click();

    // A discount that goes under the floor is told at once and asks why.
    const panel = page.getByRole('tabpanel', { name: proposals.tabs.price });
    await panel.getByRole('button', { name: /на 10 м³/ }).click();
    await panel.getByLabel(proposals.price.discount).fill('5');
    await panel.getByLabel(proposals.price.title).click();
    await expect(panel.getByRole('alert')).toContainText('Ниже порога');
    await panel.getByLabel(price.line.reason).fill('Первая поставка');
    await panel.getByRole('button', { name: price.gives.add }).click();
    await panel.getByLabel(price.gives.text.replaceAll('\u00a0', ' ')).fill('предоплата 100 %');
    await panel.getByLabel(price.gives.print).check();
    await takeScreenshot(page, 'prices-tab-light');
    await panel.getByRole('button', { name: /на 20 м³/ }).click();
    await choose(page, panel, price.line.standing.replace('\u00a0', ' '), price.line.standings.option);
    await panel.getByLabel(price.table.totalDiscount.replace('\u00a0', ' ')).fill('1,5');
    await panel.getByLabel(proposals.price.title).click();
    await waitUntilSaved(page);
    found.push(...(await missingTexts(page)));
    expect(found).toEqual([]);

    const file = await exportDocx(page, kamerton.app, folder);
    expect(await validateDocx(file)).toEqual([]);
    const { proposal } = await newestProposal(page);
    const table = priceTableOf(proposal.document.root);
    if (table === null) throw new Error('the proposal has no price table');
    expect(table.items.find(({ article }) => article === 'О-10')).toMatchObject({
      quantityMilli: 2000,
      discountBp: 500,
      floorMinor: 115_000_000,
      floorReason: 'Первая поставка',
    });
    const view = priceTableView(table, 'ru');
    expect(view.rows.some((row) => row.kind === 'apart')).toBe(true);
    const onPage = plain((await documentPage(page).locator('table.k-price').allTextContents()).join(' '));
    const { text, everything } = readExported(file);
    for (const row of view.rows)
      if (row.kind !== 'item' && row.kind !== 'group' && row.kind !== 'apart')
        for (const place of [onPage, text])
          expect(place.replaceAll(/\s+/g, ' ')).toContain(plain(row.amount));
    expect(text).toContain(plain(view.inWords));
    expect(text).toContain('предоплата 100 %');
    // What is ours alone is in no part of the file.
    expect(everything).not.toContain('Первая поставка');
    expect(everything).not.toContain('О-10');
    await documentPage(page).locator('table.k-price').first().scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'prices-page-light');
    await setWindowSize(kamerton.app, 1280, 800);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'prices-page-dark-1280');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('a table goes over to euros as soon as the rate is typed, and back to the same roubles', async () => {
  test.setTimeout(90_000);
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);
    const client = clientWithComingTender(exampleData('ru'));
    await goToSection(page, 'Клиенты');
    await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
    await startProposal(page);
    await compose(page);
    await page.getByRole('tab', { name: proposals.tabs.price }).click();
    const panel = page.getByRole('tabpanel', { name: proposals.tabs.price });
    const tableNow = async () => priceTableOf((await newestProposal(page)).proposal.document.root);
    const roubles = (await tableNow())?.items.map(({ priceMinor }) => priceMinor) ?? [];
    expect(roubles.length).toBeGreaterThan(0);

    await choose(page, panel, proposals.price.currency, texts.ru.domain.currency.EUR);
    await expect(panel.getByRole('alert')).toContainText('Для пересчёта нет курса: евро');
    await takeScreenshot(page, 'prices-no-rate-light');
    await choose(page, panel, price.table.addRate, texts.ru.domain.currency.EUR);
    await panel.getByLabel(price.rates.rub.replace('\u00a0', ' ')).fill('98,5');
    await panel.getByLabel(price.rates.rub.replace('\u00a0', ' ')).press('Enter');
    await expect(panel.getByRole('alert')).toHaveCount(0);
    await expect(panel.getByRole('combobox', { name: proposals.price.currency, exact: true })).toHaveValue(
      texts.ru.domain.currency.EUR,
    );
    await waitUntilSaved(page);
    expect((await tableNow())?.items.map(({ priceMinor }) => priceMinor)).toEqual(
      roubles.map((minor) => Math.round(minor / 98.5)),
    );
    const onPage = documentPage(page).locator('table.k-price').first();
    await expect(onPage).toContainText('€');
    await expect(onPage).not.toContainText('₽');
    await onPage.scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'prices-euro-light');
    const file = await exportDocx(page, kamerton.app, folder);
    expect(await validateDocx(file)).toEqual([]);
    expect(readExported(file).text).toMatch(/евро/);

    await choose(page, panel, proposals.price.currency, texts.ru.domain.currency.RUB);
    await waitUntilSaved(page);
    expect((await tableNow())?.items.map(({ priceMinor }) => priceMinor)).toEqual(roubles);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('a new line waits for its name, says what a number may be, and comes off in steps a person took', async () => {
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await openExample(page);
    await goToSection(page, 'Клиенты');
    const client = clientWithComingTender(exampleData('ru'));
    await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
    await startProposal(page);
    await compose(page);
    const table = async () => priceTableOf((await newestProposal(page)).proposal.document.root);
    const composed = await table();

    await page.getByRole('tab', { name: 'Цена' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Цена' });
    await panel.getByRole('button', { name: proposals.price.add }).click();
    await expect(panel.getByLabel(proposals.price.title)).toBeFocused();
    // In one go: a letter that waited for the one before would be a pause of its own on a slow machine.
    await Promise.all(Array.from('Запасной фильтр', (letter) => page.keyboard.insertText(letter)));
    await panel.getByLabel(proposals.price.quantity).fill('-2');
    await panel.getByLabel(proposals.price.price).fill('-5');
    await panel.getByLabel(proposals.price.discount).fill('150');
    await panel.getByLabel(proposals.price.unit).click();
    for (const words of [
      'Здесь может быть от 0 до 1 000 000 000. Прежнее значение сохранено.',
      'Цена не бывает меньше нуля, для скидки есть своё поле. Прежняя цена сохранена.',
      'Здесь может быть от 0 до 100. Прежнее значение сохранено.',
    ])
      await expect(panel.getByText(words)).toBeVisible();
    await waitUntilSaved(page);
    expect((await table())?.items.at(-1)).toMatchObject({ title: 'Запасной фильтр', priceMinor: 0 });

    // The line and its name, whether they came in one go or in two: in its field too, and not letter by letter.
    await panel.getByLabel(proposals.price.title).focus();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await waitUntilSaved(page);
    await expect.poll(table).toEqual(composed);

    // The keyboard stays among the lines when one is removed.
    const heads = panel.getByRole('listitem').getByRole('button', { expanded: false });
    const next = await heads.nth(1).textContent();
    await heads.first().click();
    await panel.getByRole('button', { name: proposals.price.remove }).click();
    await expect(heads.first()).toBeFocused();
    await expect(heads.first()).toHaveText(next ?? '');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
