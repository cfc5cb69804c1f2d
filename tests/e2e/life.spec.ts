import { expect, test, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { texts } from '../../renderer/app/texts/index.ts';
import { AxeBuilder } from '@axe-core/playwright';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { missingTexts } from '../support/missingTexts.ts';
import { ask, newestProposal, saveInto, startApp } from '../support/steps.ts';

// From sending to the next edition: what went out is kept, the steps are dated, the edition after it says what changed.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-life-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fills the gaps of a text as the window does. */
const filled = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

async function takeInBothThemes(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  await page.mouse.move(640, 4);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await takeScreenshot(page, `${name}-${theme}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    found.push(
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${name}, ${theme}: ${id} ${target.join(' ')}`),
        ),
    );
  }
  found.push(...(await missingTexts(page)).map((text) => `${name}: ${text} stands where words should be`));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

// Each language has a window of its own.
test.describe.configure({ mode: 'parallel' });

for (const language of ['ru', 'en'] as const) {
  const t = texts[language];
  const { life } = t;

  test(`sent, followed up, renewed, compared, ${language}`, async () => {
    test.setTimeout(240_000);
    const into = join(folder, language);
    mkdirSync(into);
    const client = clientWithComingTender(exampleData(language));
    const kamerton = await startApp(language);
    try {
      const page = await kamerton.window();
      await setWindowSize(kamerton.app, 1440, 900);
      await page.getByRole('button', { name: t.vault.choose.example }).click();
      const rail = page.getByRole('navigation', { name: t.common.rail.label, exact: true });
      await expect(rail).toBeVisible({ timeout: 30_000 });
      await rail.getByRole('button', { name: t.common.places.clients }).click();
      await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
      await page.getByRole('button', { name: t.dossier.header.createProposal }).first().click();
      await page.getByRole('button', { name: t.proposals.new.compose }).click();
      const paper = page.getByRole('textbox', { name: t.editor.page });
      await expect(paper).toBeVisible({ timeout: 20_000 });
      const { proposal } = await newestProposal(page);
      const found: string[] = [];

      const status = (word: string) =>
        page.getByRole('button', { name: filled(life.statusMenu, { status: word }) });
      const pick = async (word: string, item: string) => {
        await status(word).click();
        await page.getByRole('menuitem', { name: item }).click();
      };

      // Sent: the dialog asks when, to whom and how; the file is kept.
      await pick(t.domain.proposalStatus.draft, life.move.sent);
      const dialog = page.getByRole('dialog', { name: life.send.title });
      await expect(dialog.getByRole('checkbox')).toHaveCount(proposal.readerIds.length);
      await dialog.getByRole('checkbox').last().uncheck();
      await dialog.getByText(life.send.channels.paper).click();
      found.push(...(await takeInBothThemes(page, `life-${language}-send`)));
      await dialog.getByRole('button', { name: life.send.submit, exact: true }).click();
      await expect(dialog).toBeHidden({ timeout: 20_000 });
      await expect(status(t.domain.proposalStatus.sent)).toBeVisible();

      // The steps, the rhythm and the kept file.
      const panel = page.getByRole('tabpanel', { name: life.tab });
      await expect(panel).toContainText(life.steps.sent);
      await expect(panel).toContainText(t.domain.followUpKind.checkReceipt);
      await expect(
        panel.getByRole('img', { name: filled(life.rhythm.label, { state: life.rhythm.right }) }),
      ).toBeVisible();
      const known = await ask(page, 'proposals.life', { id: proposal.id });
      expect(known.copies).toHaveLength(1);
      expect(known.copies[0]?.readerNames).toHaveLength(proposal.readerIds.length - 1);
      const saving = await saveInto(kamerton.app, into);
      await panel.getByRole('button', { name: life.copies.save }).click();
      await expect(
        page.getByText(filled(life.copies.saved, { fileName: known.copies[0]?.fileName ?? '' })),
      ).toBeVisible();
      const saved = readFileSync(join(into, await saving.proposed()));
      expect(createHash('sha256').update(saved).digest('hex')).toBe(known.copies[0]?.sha256);
      found.push(...(await takeInBothThemes(page, `life-${language}-after`)));

      // A step is ticked off; what was sent cannot be typed into.
      const first = panel.getByRole('checkbox').first();
      await first.click();
      await expect(first).toHaveAttribute('aria-checked', 'true');
      const before = await paper.innerText();
      await paper.locator('p').first().click();
      await page.keyboard.insertText('!!!');
      expect(await paper.innerText()).toBe(before);
      await pick(t.domain.proposalStatus.sent, life.move.received);
      await pick(t.domain.proposalStatus.received, life.move.inReview);
      await expect(status(t.domain.proposalStatus.inReview)).toBeVisible();

      // Renewed in one step: the same number, the next edition, a draft again.
      await pick(t.domain.proposalStatus.inReview, life.editions.renew);
      await expect(status(t.domain.proposalStatus.draft)).toBeVisible();
      const label = filled(life.numbered, { number: proposal.number, edition: 2 });
      await expect(page.getByRole('navigation', { name: t.common.whereIAm })).toContainText(label);
      const typed =
        language === 'ru' ? 'Срок пуска сократили до десяти недель.' : 'The start-up now takes ten weeks.';
      const role = paper.locator('section[data-section="role-finance"] :is(h1, h2, h3)').first();
      await role.scrollIntoViewIfNeeded();
      await role.click();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(typed);
      await page.getByRole('tab', { name: t.proposals.tabs.price }).click();
      const price = page.getByRole('tabpanel', { name: t.proposals.tabs.price });
      await price.getByRole('list').getByRole('button').first().click();
      await price.getByLabel(t.proposals.price.discount).fill('5');
      await price.getByLabel(t.proposals.price.unit, { exact: true }).click();

      // What changed, and the same as a table for the cover letter.
      await pick(t.domain.proposalStatus.draft, filled(life.editions.changes, { count: 1 }));
      const changes = page.getByRole('dialog', { name: life.changes.title });
      await expect(changes).toContainText(typed);
      await expect(changes.getByRole('row')).toHaveCount(3);
      found.push(...(await takeInBothThemes(page, `life-${language}-changes`)));
      await changes.getByRole('button', { name: life.changes.insert }).click();
      await expect(changes).toBeHidden();
      const table = paper
        .getByRole('table')
        .filter({ hasText: language === 'ru' ? 'Что изменилось' : 'What changed' });
      await expect(table).toContainText(typed);
      await expect(table.locator('..')).toBeVisible();
      found.push(...(await takeInBothThemes(page, `life-${language}-table`)));

      // The earlier edition stands as it was sent, and both are in the list.
      await pick(t.domain.proposalStatus.draft, filled(life.editions.open, { count: 1 }));
      await expect(status(t.domain.proposalStatus.inReview)).toBeVisible();
      await expect(paper).not.toContainText(typed);
      found.push(...(await takeInBothThemes(page, `life-${language}-earlier`)));
      await pick(t.domain.proposalStatus.inReview, life.move.declined);
      const answer = page.getByRole('dialog', { name: life.answer.declined });
      await answer.getByRole('button', { name: t.domain.tenderReason.paymentTerms }).click();
      found.push(...(await takeInBothThemes(page, `life-${language}-answer`)));
      await answer.getByRole('button', { name: life.answer.submit }).click();
      await expect(panel).toContainText(t.domain.tenderReason.paymentTerms);
      await rail.getByRole('button', { name: t.common.places.proposals }).click();
      await expect(page.getByRole('row').filter({ hasText: proposal.number })).toHaveCount(2);
      found.push(...(await takeInBothThemes(page, `life-${language}-list`)));
      expect([...found, ...kamerton.problems()]).toEqual([]);
    } finally {
      await kamerton.close();
    }
  });
}
