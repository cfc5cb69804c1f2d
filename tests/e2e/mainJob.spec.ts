import { expect, test, type Page } from '@playwright/test';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sectionsOf, priceTableOf } from '../../shared/document/walk.ts';
import { formatAmount } from '../../shared/domain/formatMoney.ts';
import { formatDayLong } from '../../shared/domain/formatDate.ts';
import { priceTotals } from '../../shared/domain/priceTotals.ts';
import { convertToPdf, pdfText, validateDocx } from '../support/docx.ts';
import { clientWithComingTender, confidences, exampleData, mainReaders } from '../support/exampleData.ts';
import { plain, readExported } from '../support/exported.ts';
import {
  addClient,
  addPerson,
  addPriceItem,
  compose,
  createVault,
  documentPage,
  exportDocx,
  goToSection,
  newestProposal,
  openExample,
  startApp,
  startProposal,
  typeIntoSection,
  waitUntilSaved,
} from '../support/steps.ts';
import { texts } from '../../renderer/app/texts/index.ts';

// The main job, from a computer that has never seen the program to a file that Word opens.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-main-job-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const roles = ['ceo', 'finance', 'hr', 'technical'];
const sentence = 'Пуск назначаем на день, который удобен смене: «ночной» запуск за наш счёт.';

/** What every proposal written by the main job must hold, wherever its client came from. */
async function checkFile(page: Page, path: string, typed: string): Promise<string> {
  expect(await validateDocx(path)).toEqual([]);
  const { text, everything } = readExported(path);

  const { proposal } = await newestProposal(page);
  const { root } = proposal.document;
  const forReaders = sectionsOf(root).filter(({ attrs }) => attrs.role !== null);
  expect(forReaders.map(({ attrs }) => String(attrs.role)).sort()).toEqual(roles);
  for (const { attrs } of forReaders) {
    const heading = await documentPage(page)
      .locator(`section[data-section="${attrs.sectionId}"] :is(h1, h2)`)
      .first()
      .innerText();
    expect(heading.trim()).not.toBe('');
    expect(text, attrs.outlineTitle).toContain(plain(heading));
  }

  expect(text).toContain(typed);
  expect(text).toContain('Срок действия предложения');
  const { validFrom, validUntil } = proposal.validity;
  expect(text).toContain(
    plain(
      `действительно с ${formatDayLong(validFrom, 'ru')} до ${formatDayLong(validUntil, 'ru')} включительно`,
    ),
  );

  const table = priceTableOf(root);
  if (table === null) throw new Error('The proposal has no price table');
  const totals = priceTotals(table);
  expect(totals.grossMinor).toBeGreaterThan(0);
  const printed = table.vatMode === 'included' ? 'grossMinor' : 'netMinor';
  for (const amount of [totals.vatMinor, totals.grossMinor, ...totals.lines.map((line) => line[printed])])
    expect(text).toContain(plain(formatAmount(amount, 'ru')));

  const pdf = await convertToPdf(path, folder);
  expect(plain(await pdfText(pdf)).replaceAll(/\s+/g, ' ')).toContain(typed.slice(0, 40));
  return everything;
}

test('from the example vault', async () => {
  const data = exampleData('ru');
  const client = clientWithComingTender(data);
  const readers = mainReaders(client);
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
    await startProposal(page);

    const ticked = page.getByRole('checkbox', { checked: true });
    await expect(ticked).toHaveCount(4);
    for (const { lastName, firstName } of readers)
      await expect(
        page.getByRole('checkbox', { name: new RegExp(`${lastName} ${firstName}`) }),
      ).toBeChecked();
    await compose(page);

    const outline = page.getByRole('navigation', { name: 'Состав' });
    const { proposal } = await newestProposal(page);
    for (const section of sectionsOf(proposal.document.root))
      await expect(outline.getByRole('button', { name: section.attrs.outlineTitle }).first()).toBeVisible();
    for (const { attrs } of sectionsOf(proposal.document.root).filter(({ attrs: { role } }) => role !== null))
      expect(attrs.personIds.length).toBeGreaterThan(0);

    await typeIntoSection(page, 'role-finance', sentence);
    await addPriceItem(page, { title: 'Компрессорная станция', quantity: '2', price: '1 234 567,89' });
    await addPriceItem(page, { title: 'Сервис, 36 месяцев', quantity: '1,5', price: '99 999,99' });
    await waitUntilSaved(page);
    await expect(documentPage(page)).toContainText('Срок действия предложения');

    const path = await exportDocx(page, kamerton.app, folder);
    expect(path).toMatch(/КП_\d{4}-\d+_Тихвинский фарфор\.docx$|КП_\d{4}-\d+_Тихвинский_фарфор\.docx$/);
    expect(existsSync(path)).toBe(true);
    const everything = await checkFile(page, path, sentence);

    for (const told of confidences(data))
      expect(everything, 'a confidence reached the file').not.toContain(plain(told));
    const { psychotype, psychotypeAdvice } = texts.ru.domain;
    for (const advice of Object.values(psychotypeAdvice)) expect(everything).not.toContain(plain(advice));
    for (const type of [psychotype.expressive, psychotype.driver, psychotype.amiable, psychotype.analyst])
      expect(everything).not.toMatch(new RegExp(`(?<![а-яё])${type}(?![а-яё])`, 'i'));
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('from a vault and a client made by hand', async () => {
  const ownFolder = join(folder, 'own');
  mkdirSync(ownFolder);
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    const recoveryKey = await createVault(page);
    expect(recoveryKey).toMatch(/^[0-9A-Z]{4,}(-[0-9A-Z]{4,})+$/);
    await addClient(page, 'Ромашка');
    const people = [
      {
        lastName: 'Снегирёв',
        firstName: 'Антон',
        middleName: 'Ильич',
        position: 'генеральный директор',
        role: 'руководитель',
      },
      {
        lastName: 'Черных',
        firstName: 'Ольга',
        middleName: 'Павловна',
        position: 'директор по персоналу',
        role: 'директор по персоналу',
      },
      {
        lastName: 'Грач',
        firstName: 'Мария',
        middleName: 'Сергеевна',
        position: 'финансовый директор',
        role: 'финансовый директор',
      },
      {
        lastName: 'Дуб',
        firstName: 'Пётр',
        middleName: 'Фомич',
        position: 'главный инженер',
        role: 'технический специалист',
      },
    ];
    for (const person of people) await addPerson(page, person);
    await startProposal(page);
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(4);
    await page.getByLabel('Предмет одной фразой').fill('Насосная станция: поставка и пуск');
    await compose(page);

    await typeIntoSection(page, 'role-hr', sentence);
    await addPriceItem(page, { title: 'Насосная станция', quantity: '1', price: '500 000' });
    await waitUntilSaved(page);
    const path = await exportDocx(page, kamerton.app, ownFolder);
    expect(path).toMatch(/КП_\d{4}-\d+_Ромашка\.docx$/);
    const everything = await checkFile(page, path, sentence);
    // The addressee in the dative, the greeting in the right gender.
    expect(everything).toContain('Снегирёву А. И.');
    expect(everything).toContain('Уважаемый Антон Ильич');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
