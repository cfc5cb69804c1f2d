import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sectionsOf } from '../../shared/document/walk.ts';
import { convertToPdf, pdfToPictures, validateDocx } from '../support/docx.ts';
import { clientWithComingTender, exampleData, mainReaders } from '../support/exampleData.ts';
import { projectFolder, setWindowSize } from '../support/launchApp.ts';
import {
  compose,
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

// `npm run demo`: the main job without a hand on the keyboard. What it leaves is for people to look at.

const folder = process.env['KAMERTON_DEMO_DIR'] ?? join(projectFolder, 'out', 'demo');
const sentence = 'Расчёт окупаемости по вашим тарифам приложим к протоколу встречи.';

function hasProgram(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('the main job, from the example vault to a file', async () => {
  mkdirSync(folder, { recursive: true });
  const client = clientWithComingTender(exampleData('ru'));
  const kamerton = await startApp();
  let pictures = 0;
  const picture = async (page: Page, name: string): Promise<void> => {
    pictures += 1;
    await page.mouse.move(640, 4);
    await page.screenshot({ path: join(folder, `${pictures}-${name}.png`), animations: 'disabled' });
  };
  try {
    const page = await kamerton.window();
    await page.emulateMedia({ colorScheme: 'light' });
    await setWindowSize(kamerton.app, 1440, 900);
    await picture(page, 'start');
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await expect(page.getByRole('grid').getByRole('button', { name: client.draft.name })).toBeVisible();
    await picture(page, 'clients');
    await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
    await page.getByRole('tab', { name: 'Люди' }).click();
    await expect(page.getByText('Кто решает и кого слушает')).toBeVisible();
    await picture(page, 'people');
    await startProposal(page);
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(mainReaders(client).length);
    await picture(page, 'readers');
    await compose(page);
    const { proposal } = await newestProposal(page);
    expect(sectionsOf(proposal.document.root).filter(({ attrs }) => attrs.role !== null)).toHaveLength(4);
    await picture(page, 'composed');
    await typeIntoSection(page, 'role-finance', sentence);
    await waitUntilSaved(page);
    await picture(page, 'edited');
    await page
      .getByRole('navigation', { name: 'Состав' })
      .getByRole('button', { name: 'Срок действия', exact: true })
      .click();
    await expect(documentPage(page).getByText('Срок действия предложения')).toBeInViewport();
    await picture(page, 'validity');
    const path = await exportDocx(page, kamerton.app, folder);
    await picture(page, 'exported');
    expect(kamerton.problems()).toEqual([]);

    // Two checks that need more than npm can bring everywhere.
    if (process.platform === 'linux' && process.arch === 'x64') expect(await validateDocx(path)).toEqual([]);
    if (hasProgram('soffice')) {
      const pdf = await convertToPdf(path, folder);
      if (hasProgram('pdftoppm')) await pdfToPictures(pdf, 110);
    }
  } finally {
    await kamerton.close();
  }
});
