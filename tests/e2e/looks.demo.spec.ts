import { expect, test, type Page } from '@playwright/test';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { priceTableOf } from '../../shared/document/walk.ts';
import { convertToPdf, pdfToPictures } from '../support/docx.ts';
import { projectFolder, setWindowSize } from '../support/launchApp.ts';
import { longProposal } from '../support/longProposal.ts';
import { ask, documentPage, goToSection, openExample, saveInto, startApp } from '../support/steps.ts';

// `npm run demo`: one long proposal in every look, as the editor, the PDF and LibreOffice show it, for people to compare.

const folder = join(process.env['KAMERTON_DEMO_DIR'] ?? join(projectFolder, 'out', 'demo'), 'looks');
const dotsPerInch = 72;
/** A page of A4 at 75 % in the editor. */
const pageHeightPx = 842;

/** The paper in the editor from top to bottom, in pieces as high as a page. */
async function editorPictures(page: Page, stem: string): Promise<number> {
  const desk = page.getByTestId('desk');
  const paper = page.locator('.k-page');
  let count = 0;
  // What lies far off is laid out when it comes near: where the end is shows itself on the way.
  for (let top = 0; ; top += pageHeightPx) {
    const at = await desk.evaluate((element, to) => {
      element.scrollTop = to;
      return element.scrollTop;
    }, top);
    if (top - at >= pageHeightPx) return count;
    const [box, sheet] = [await desk.boundingBox(), await paper.boundingBox()];
    if (box === null || sheet === null) throw new Error('The page is not shown');
    count += 1;
    await page.screenshot({
      path: `${stem}-${String(count).padStart(2, '0')}-editor.png`,
      clip: {
        x: sheet.x,
        y: box.y + (top - at),
        width: sheet.width,
        height: Math.min(pageHeightPx, box.height - (top - at)),
      },
      animations: 'disabled',
    });
    if (at < top) return count;
  }
}

async function pagePictures(pdf: string, stem: string, kind: 'pdf' | 'office'): Promise<number> {
  const pictures = await pdfToPictures(pdf, dotsPerInch);
  pictures.forEach((picture, at) =>
    renameSync(picture, `${stem}-${String(at + 1).padStart(2, '0')}-${kind}.png`),
  );
  return pictures.length;
}

/** All pictures in one page, three to a row: the editor, the PDF, LibreOffice. */
function overview(rows: readonly { readonly look: string; readonly pages: number }[]): string {
  const kinds = ['editor', 'pdf', 'office'];
  const shown = rows.map(({ look, pages }) => {
    const lines = Array.from({ length: pages }, (_, at) => {
      const stem = `${look}-${String(at + 1).padStart(2, '0')}`;
      return `<tr>${kinds.map((kind) => `<td><img src="${stem}-${kind}.png" alt=""></td>`).join('')}</tr>`;
    });
    return `<h1>${look}</h1><table>${lines.join('')}</table>`;
  });
  const style = 'body{background:#888;font:14px sans-serif}img{width:30vw}td{vertical-align:top}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${shown.join('')}`;
}

test('a long proposal in every look, side by side', async () => {
  mkdirSync(folder, { recursive: true });
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await page.emulateMedia({ colorScheme: 'light' });
    await setWindowSize(kamerton.app, 1680, 1150);
    await openExample(page);
    const { rows } = await ask(page, 'proposals.list', { accountId: null });
    const all = await Promise.all(rows.map(({ id }) => ask(page, 'proposals.get', { id })));
    const opened = all.find(
      ({ proposal }) => proposal.status === 'draft' && priceTableOf(proposal.document.root) !== null,
    );
    if (opened === undefined) throw new Error('The example has no draft with a price table');
    const { id, revision, number, document } = opened.proposal;
    await ask(page, 'proposals.saveDocument', {
      id,
      baseRevision: revision,
      document: { ...document, root: longProposal(document.root) },
    });
    const { looks } = await ask(page, 'looks.list', {});
    const made: { look: string; pages: number }[] = [];
    for (const { id: name, look } of looks) {
      const { company } = await ask(page, 'company.get', {});
      await ask(page, 'company.save', { company: { ...company, look: { ...look, own: null } } });
      await page.reload();
      await goToSection(page, 'Предложения');
      await page.getByText(number).first().click();
      await expect(documentPage(page)).toBeVisible();
      await page.getByRole('button', { name: /^Масштаб/ }).click();
      await page
        .getByRole('menuitem', { name: /^75/ })
        .or(page.getByRole('menuitemradio', { name: /^75/ }))
        .click();
      const stem = join(folder, name);
      const counts = [await editorPictures(page, stem)];
      await saveInto(kamerton.app, folder);
      const pdf = await ask(page, 'shell.exportProposalPdf', { id });
      counts.push(await pagePictures(join(folder, pdf.fileName), stem, 'pdf'));
      const docx = await ask(page, 'shell.exportProposalDocx', { id });
      const office = await convertToPdf(join(folder, docx.fileName), join(folder, name));
      counts.push(await pagePictures(office, stem, 'office'));
      made.push({ look: name, pages: Math.max(...counts) });
    }
    writeFileSync(join(folder, 'index.html'), overview(made));
    for (const { pages } of made) expect(pages).toBeGreaterThanOrEqual(12);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
