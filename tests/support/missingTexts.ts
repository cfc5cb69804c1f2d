import type { Page } from '@playwright/test';
import { texts } from '../../renderer/app/texts/index.ts';

function keysOf(branch: object, path: string): string[] {
  return Object.entries(branch).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null
      ? keysOf(value, here)
      : [here, here.replace(/_(?:one|few|many|other|female)$/, '')];
  });
}

const namespaces = Object.keys(texts.ru);
const dotted = new Set(
  Object.values(texts.ru)
    .flatMap((branch) => keysOf(branch, ''))
    .filter((key) => key.includes('.')),
);

/** Keys that stand on the screen where their words should be, and gaps that nobody filled. */
export async function missingTexts(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const attributes = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(
      (element) => ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    return [document.body.innerText, ...attributes].join('\n');
  });
  const named = shown.match(new RegExp(`\\b(?:${namespaces.join('|')}):[a-z][\\w.]*`, 'g')) ?? [];
  const bare = (shown.match(/\b[a-z]\w*(?:\.\w+)+\b/gi) ?? []).filter((word) => dotted.has(word));
  const gaps = shown.match(/\{\{.*?\}\}|\bundefined\b|\bNaN\b|\[object Object\]/g) ?? [];
  return [...new Set([...named, ...bare, ...gaps])];
}
