import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { basename, join } from 'node:path';
import type { InputOf, OutputOf, WindowCall } from '../../shared/ipc/contract.ts';
import { heardReply, type SaidReply } from '../../shared/ipc/reply.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from './launchApp.ts';

// What a person does in the window, by the words and roles that person sees. Russian, as most people use it.

/** A password as a careful person would choose it. */
export const password = 'верба-кирпич-7-маяк';

const languages = {
  ru: { LANGUAGE: 'ru', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' },
  en: { LANGUAGE: 'en', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
} as const;

/** As on a computer whose user wants no motion: a driver that waits for every menu to stand still waits a quarter less. */
const still = process.env['KAMERTON_DEMO_DIR'] === undefined ? ['--force-prefers-reduced-motion'] : [];

/** Starts the app on a computer that speaks the language; nothing of the app is there unless a folder is given. */
export async function startApp(
  language: 'ru' | 'en' = 'ru',
  options: LaunchOptions = {},
): Promise<LaunchedApp> {
  return launchApp({
    ...options,
    args: [...still, ...(options.args ?? [])],
    env: { ...languages[language], ...options.env },
  });
}

/** Asks the vault what the window could ask: the same door, the same limits. */
export async function ask<Name extends WindowCall>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const reply = await page.evaluate(
    // The pair travels as plain data, so the tie between the name and its input is lost on the way.
    ([call, given]) => window.kamerton.call(call, given as never),
    [name, input] as const,
  );
  // What the preload hands over is a reply of this call by its type.
  const { ok, ...rest } = heardReply(reply as SaidReply<OutputOf<Name>>);
  if (!ok || !('value' in rest)) throw new Error(`${name} answered ${JSON.stringify(rest)}`);
  return rest.value;
}

export async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Посмотреть на примере' }).click();
  await expect(rail(page)).toBeVisible({ timeout: 30_000 });
}

export const rail = (page: Page): Locator => page.getByRole('navigation', { name: 'Разделы', exact: true });

export async function goToSection(
  page: Page,
  name: 'Сегодня' | 'Клиенты' | 'Тендеры' | 'Предложения' | 'Библиотека' | 'Анализ',
): Promise<void> {
  await rail(page).getByRole('button', { name }).click();
}

/** Makes a vault from the first screen and goes in; returns its recovery key as it was shown. */
export async function createVault(page: Page, name = 'Мои клиенты'): Promise<string> {
  await page.getByRole('button', { name: 'Создать хранилище' }).click();
  await page.getByLabel('Название').fill(name);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByLabel('Пароль ещё раз').fill(password);
  await page.getByRole('button', { name: 'Создать хранилище' }).click();
  const key = page.getByTestId('recovery-key');
  await expect(key).toBeVisible({ timeout: 30_000 });
  const groups = await key.locator('span').allTextContents();
  await page.getByLabel('Ключ сохранён в надёжном месте').check();
  await page.getByRole('button', { name: 'Открыть хранилище' }).click();
  await expect(rail(page)).toBeVisible({ timeout: 30_000 });
  return groups.join('-');
}

/** Locks by the keyboard and waits until the window with the vault's content is gone. */
export async function lockByKeys(page: Page): Promise<void> {
  const gone = page.waitForEvent('close');
  // The window may be gone before the keys are up again: what counts is that it goes.
  await page.keyboard.press('Control+Shift+KeyL').catch(() => undefined);
  await gone;
}

/** Types the password at the lock screen and presses «Открыть». */
export async function unlock(page: Page, typed = password): Promise<void> {
  await page.getByRole('textbox', { name: 'Пароль хранилища' }).fill(typed);
  await page.getByRole('button', { name: 'Открыть', exact: true }).click();
}

export async function addClient(page: Page, name: string): Promise<void> {
  await goToSection(page, 'Клиенты');
  await page.getByRole('button', { name: 'Новый клиент' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новый клиент' });
  await dialog.getByLabel('Название').fill(name);
  await dialog.getByRole('button', { name: 'Открыть досье' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export type TypedPerson = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  /** As the list of the form words it. */
  readonly role: string;
};

/** Adds somebody to the decision group of the dossier that is open, by the form. */
export async function addPerson(page: Page, person: TypedPerson): Promise<void> {
  await page.getByRole('tab', { name: 'Люди' }).click();
  await page.getByRole('button', { name: /^Добавить (первого|человека)$/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Новый участник группы' });
  await sheet.getByLabel('Фамилия', { exact: true }).fill(person.lastName);
  await sheet.getByLabel('Имя', { exact: true }).fill(person.firstName);
  await sheet.getByLabel('Отчество').fill(person.middleName);
  await sheet.getByRole('textbox', { name: 'Должность', exact: true }).fill(person.position);
  await choose(page, sheet, 'Кто это для КП', person.role);
  await sheet.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(sheet).toBeHidden();
}

/** Picks from a list of the kit: a field that opens a list below it. */
export async function choose(
  page: Page,
  within: Locator | Page,
  field: string,
  option: string,
): Promise<void> {
  await within.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** From an open dossier to the page of a new proposal. */
export async function startProposal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Создать КП' }).first().click();
  await expect(page.getByRole('heading', { name: 'Новое предложение' })).toBeVisible();
}

export async function compose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Собрать КП' }).click();
  await expect(documentPage(page)).toBeVisible({ timeout: 20_000 });
}

/** The sheet of paper in the editor. */
export const documentPage = (page: Page): Locator => page.getByRole('textbox', { name: 'Текст предложения' });

/** Where it is said how the last change stands. */
export const saveMark = (page: Page): Locator => page.getByRole('status').filter({ hasText: /Сохран/ });

export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(saveMark(page)).toHaveText(/Сохранено в/);
}

/** Puts a new paragraph under the heading of a section of the outline and types into it. */
export async function typeIntoSection(page: Page, sectionId: string, text: string): Promise<void> {
  const heading = documentPage(page).locator(`section[data-section="${sectionId}"] :is(h1, h2, h3)`).first();
  await heading.scrollIntoViewIfNeeded();
  await heading.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
  await expect(documentPage(page)).toContainText(text);
}

/** Adds a line to the price table by the «Цена» tab. */
export async function addPriceItem(
  page: Page,
  item: { title: string; quantity: string; price: string },
): Promise<void> {
  await page.getByRole('tab', { name: 'Цена' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Цена' });
  await panel.getByRole('button', { name: 'Добавить позицию' }).click();
  // Letter by letter, as people do: the field lives in the document and must keep up.
  await panel.getByLabel('Наименование').pressSequentially(item.title);
  await panel.getByLabel('Количество').fill(item.quantity);
  await panel.getByLabel('Цена за единицу').fill(item.price);
  await panel.getByLabel('Единица').click();
  await expect(documentPage(page)).toContainText(item.title);
}

/** The id of the only proposal that fits; the list is newest first. */
export async function newestProposal(page: Page): Promise<OutputOf<'proposals.get'>> {
  const [row] = (await ask(page, 'proposals.list', { accountId: null })).rows.toSorted(
    (one, other) => other.savedAtMs - one.savedAtMs,
  );
  if (row === undefined) throw new Error('There is no proposal');
  return ask(page, 'proposals.get', { id: row.id });
}

/** Answers the next native save dialog with the proposed name in `folder`; `proposed` tells that name afterwards. */
export async function saveInto(
  app: ElectronApplication,
  folder: string,
): Promise<{ proposed(): Promise<string> }> {
  await app.evaluate(({ app: electron, dialog }, into) => {
    const answer = async (...given: unknown[]): Promise<Electron.SaveDialogReturnValue> => {
      // The dialog may be called with its window first; the options are last.
      const { defaultPath = '' } = given.at(-1) as Electron.SaveDialogOptions;
      process.env['KAMERTON_TEST_PROPOSED'] = defaultPath;
      const name = defaultPath.split(/[/\\]/).at(-1) ?? '';
      return { canceled: false, filePath: `${into}/${name}` };
    };
    dialog.showSaveDialog = answer;
    return electron.getName();
  }, folder);
  return {
    proposed: async () => basename(await app.evaluate(() => process.env['KAMERTON_TEST_PROPOSED'] ?? '')),
  };
}

/** Goes past the question that an export asks when the check found something that stands in its way. */
export async function exportAnyway(page: Page): Promise<void> {
  const anyway = page.getByRole('button', { name: 'Всё равно выгрузить' });
  // The button turns while the export is checked, asked about and written.
  const over = page.locator('button:not([data-loading])', { hasText: 'Экспорт в DOCX' });
  await expect(anyway.or(over).first()).toBeVisible({ timeout: 60_000 });
  if (await anyway.isVisible()) await anyway.click();
}

/** Presses «Экспорт в DOCX», waits for the word that the file was compared; returns the file's path. */
export async function exportDocx(page: Page, app: ElectronApplication, folder: string): Promise<string> {
  const dialog = await saveInto(app, folder);
  await page.getByRole('button', { name: 'Экспорт в DOCX' }).click();
  await exportAnyway(page);
  await expect(page.getByText('Файл сохранён и сверен с документом')).toBeVisible({ timeout: 30_000 });
  return join(folder, await dialog.proposed());
}
