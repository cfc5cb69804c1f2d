import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { analysisViews, dossierTabs, settingsPages } from '../../renderer/app/place.ts';
import { texts } from '../../renderer/app/texts/index.ts';
import { inOtherLayout } from '../../shared/domain/keyboardLayout.ts';
import { setWindowSize, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import { missingTexts } from '../support/missingTexts.ts';
import { lockByKeys, password, startApp } from '../support/steps.ts';

// Every screen in both languages and both themes: pictures for people to look at, and what a machine can tell of them.

// Every test here has a window of its own.
test.describe.configure({ mode: 'parallel' });

const usual = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };
const themes = ['light', 'dark'] as const;

/** What an assistive program would stumble over, the serious part of it. The themes differ in their colours only. */
async function barriers(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  // Legacy mode: it runs in this page only, and the app opens no other.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (theme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}

type Album = {
  /** Takes the screen in both themes and notes what is wrong with it. */
  take(name: string, options?: { readonly large?: boolean }): Promise<void>;
  findings(): readonly string[];
};

function openAlbum(kamerton: LaunchedApp, language: 'ru' | 'en'): Album {
  const found: string[] = [];
  return {
    findings: () => [...found, ...kamerton.problems()],
    async take(name, options = {}) {
      const page = await kamerton.window();
      // No tooltip of what was pressed last.
      await page.mouse.move(640, 4);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        await takeScreenshot(page, `${language}-${theme}-${name}`);
        // The colours of the dark are looked at once: another language has the same.
        if (theme === 'light' || language === 'ru')
          found.push(...(await barriers(page, theme)).map((barrier) => `${name}, ${theme}: ${barrier}`));
        if (options.large === true) {
          await setWindowSize(kamerton.app, large.width, large.height);
          // A window as large as the screen may lose a line or two to the window manager.
          await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeGreaterThan(large.width - 40);
          await takeScreenshot(page, `${language}-${theme}-${name}-1920`);
          await setWindowSize(kamerton.app, usual.width, usual.height);
          await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(usual.width);
        }
      }
      found.push(
        ...(await missingTexts(page)).map((text) => `${name}: ${text} stands where words should be`),
      );
      // Measured in a frame of the window's new size: the one before may still be of the larger.
      const sideways = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(document.documentElement.scrollWidth - window.innerWidth)),
            );
          }),
      );
      if (sideways > 0) found.push(`${name}: the window scrolls sideways by ${sideways}`);
    },
  };
}

for (const language of ['ru', 'en'] as const) {
  const t = texts[language];

  test(`the screens before a vault is open, ${language}`, async () => {
    const kamerton = await startApp(language);
    try {
      let page = await kamerton.window();
      await setWindowSize(kamerton.app, usual.width, usual.height);
      const album = openAlbum(kamerton, language);
      await expect(page.getByRole('button', { name: t.vault.choose.example })).toBeVisible();
      await album.take('vault-choose');

      await page.getByRole('button', { name: t.vault.choose.create }).click();
      await page.getByLabel(t.vault.password.new, { exact: true }).fill(password);
      await page.getByLabel(t.vault.password.repeat).fill(password);
      await album.take('vault-create');
      await page.getByRole('button', { name: t.vault.create.submit }).click();
      await expect(page.getByTestId('recovery-key')).toBeVisible({ timeout: 30_000 });
      await album.take('vault-recovery-key');
      await page.getByLabel(t.vault.recovery.kept).check();
      await page.getByRole('button', { name: t.vault.recovery.enter }).click();

      // A vault without anything in it.
      const rail = page.getByRole('navigation', { name: t.common.rail.label, exact: true });
      for (const place of ['today', 'clients', 'tenders', 'proposals', 'analysis'] as const) {
        await rail.getByRole('button', { name: t.common.places[place] }).click();
        await album.take(`empty-${place}`);
      }

      await lockByKeys(page);
      page = await kamerton.window();
      await setWindowSize(kamerton.app, usual.width, usual.height);
      await expect(page.getByRole('button', { name: t.vault.unlock.submit })).toBeVisible();
      await album.take('vault-unlock');
      await page.getByRole('button', { name: t.vault.unlock.forgotten }).click();
      await album.take('vault-forgotten');
      expect(album.findings()).toEqual([]);
    } finally {
      await kamerton.close();
    }
  });

  test(`the screens of an open vault, ${language}`, async () => {
    test.setTimeout(480_000);
    const client = clientWithComingTender(exampleData(language));
    const kamerton = await startApp(language);
    try {
      const page = await kamerton.window();
      await setWindowSize(kamerton.app, usual.width, usual.height);
      const album = openAlbum(kamerton, language);
      await page.getByRole('button', { name: t.vault.choose.example }).click();
      const rail = page.getByRole('navigation', { name: t.common.rail.label, exact: true });
      await expect(rail).toBeVisible({ timeout: 30_000 });

      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await album.take('today', { large: true });

      await rail.getByRole('button', { name: t.common.places.clients }).click();
      await expect(page.getByRole('grid').getByRole('button', { name: client.draft.name })).toBeVisible();
      await album.take('clients', { large: true });

      await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
      for (const tab of dossierTabs) {
        await page.getByRole('tab', { name: t.dossier.tabs[tab] }).click();
        await expect(page.getByRole('tabpanel').first()).not.toBeEmpty();
        await album.take(`dossier-${tab}`, { large: tab === 'overview' });
      }
      await page.getByRole('tab', { name: t.dossier.tabs.people }).click();
      await page.getByRole('button', { name: t.dossier.people.add }).click();
      await expect(page.getByRole('dialog', { name: t.dossier.person.titleNew })).toBeVisible();
      await album.take('dossier-person');
      await page.keyboard.press('Escape');

      await rail.getByRole('button', { name: t.common.places.tenders }).click();
      const [tender] = client.tenders.filter(({ status }) => status === 'preparing');
      if (tender === undefined) throw new Error('The client has no coming tender');
      await expect(page.getByRole('button', { name: tender.title })).toBeVisible();
      await album.take('tenders');
      await page.getByRole('button', { name: tender.title }).click();
      await expect(page.getByRole('heading', { level: 1, name: tender.title })).toBeVisible();
      await album.take('tender');

      await rail.getByRole('button', { name: t.common.places.proposals }).click();
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      await album.take('proposals');
      await page.getByRole('button', { name: t.proposals.list.create }).click();
      const forWhom = page.getByRole('dialog', { name: t.proposals.list.forWhom.title });
      await forWhom.getByRole('combobox').fill(client.draft.name);
      await page.getByRole('option', { name: client.draft.name }).click();
      await forWhom.getByRole('button', { name: t.proposals.list.forWhom.next }).click();
      await expect(page.getByRole('heading', { name: t.proposals.new.heading })).toBeVisible();
      await expect(page.getByText(client.draft.name)).toBeVisible();

      await rail.getByRole('button', { name: t.common.places.clients }).click();
      await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
      await page.getByRole('button', { name: t.dossier.header.createProposal }).first().click();
      await expect(page.getByRole('heading', { name: t.proposals.new.heading })).toBeVisible();
      await album.take('new-proposal', { large: true });
      await page.getByRole('button', { name: t.proposals.new.compose }).click();
      await expect(page.getByRole('textbox', { name: t.editor.page })).toBeVisible({ timeout: 20_000 });
      for (const tab of ['why', 'coverage', 'price', 'properties'] as const) {
        await page.getByRole('tab', { name: t.proposals.tabs[tab] }).click();
        await album.take(`proposal-${tab}`, { large: tab === 'coverage' });
      }

      await rail.getByRole('button', { name: t.common.places.library }).click();
      await expect(page.locator('aside').getByRole('document')).toBeVisible();
      await album.take('library-blocks', { large: true });
      await page.getByRole('tab', { name: t.library.tab.templates }).click();
      await expect(page.locator('aside').getByRole('document')).toBeVisible();
      await album.take('library-templates');
      await page.getByRole('button', { name: t.library.edit, exact: true }).click();
      await expect(page.getByLabel(t.library.templates.sectionName)).toBeVisible();
      await album.take('library-template-edit');
      await page.getByRole('button', { name: t.common.cancel }).click();

      await rail.getByRole('button', { name: t.common.places.analysis }).click();
      for (const view of analysisViews) {
        await page.getByRole('tab', { name: t.analysis.view[view] }).click();
        await expect(page.getByRole('button', { name: t.analysis.excel })).toBeVisible();
        await album.take(`analysis-${view}`, { large: view === 'sales' });
      }

      await page.keyboard.press('Control+KeyK');
      const field = page.getByRole('textbox', { name: t.search.label });
      await field.fill(client.draft.name.slice(0, 5));
      // A hit is named by its lines: the client's own begins with the name.
      const hit = page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${client.draft.name}`) });
      await expect(hit.first()).toBeVisible();
      await album.take('palette');
      // The wrong layout and a typing error lead to the same client; a word inside a text shows where it stands.
      const [name = ''] = client.draft.name.split(' ');
      const mistyped = `${name.slice(0, 2)}${name[3] ?? ''}${name[2] ?? ''}${name.slice(4)}`;
      for (const typed of [inOtherLayout(name) ?? name, mistyped]) {
        await field.fill(typed);
        await expect(hit.first()).toBeVisible();
      }
      await field.fill(language === 'ru' ? 'аудит' : 'audit');
      await expect(
        page
          .getByRole('dialog')
          .getByText(/^(?:аудит|audit)/i, { exact: false })
          .first(),
      ).toBeVisible();
      await album.take('palette-found');
      await field.fill('?');
      await expect(page.getByText(t.search.help.client.means)).toBeVisible();
      await album.take('palette-help');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: t.common.places.settings }).click();
      for (const name of settingsPages) {
        await page.getByRole('button', { name: t.settings.pages[name], exact: true }).click();
        await album.take(`settings-${name}`);
      }
      expect(album.findings()).toEqual([]);
    } finally {
      await kamerton.close();
    }
  });
}
