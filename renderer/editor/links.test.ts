import { describe, expect, test } from 'vitest';
import { isAllowedHref } from './extensions/textMarks.ts';
import { completeHref } from './toolbar/LinkButton.tsx';

describe('isAllowedHref', () => {
  test.each([
    'https://site.example/путь',
    'http://site.example',
    'HTTPS://SITE.EXAMPLE',
    'mailto:a@b.example',
    'tel:+78120000000',
    ' https://site.example ',
  ])('lets %j be a link', (href) => expect(isAllowedHref(href)).toBe(true));
  test.each([
    // The address that must be refused is what the rule is about.
    // oxlint-disable-next-line no-script-url
    'javascript:alert(1)',
    // oxlint-disable-next-line no-script-url
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\server\\share',
    '//server/share',
    'data:text/html,x',
    'vbscript:x',
    'ftp://site.example',
    'site.example',
    '',
    `https://${'a'.repeat(2000)}`,
  ])('refuses %j', (href) => expect(isAllowedHref(href)).toBe(false));
});

describe('completeHref', () => {
  test.each([
    ['site.example', 'https://site.example'],
    ['  www.site.example/путь ', 'https://www.site.example/путь'],
    ['zakaz@site.example', 'mailto:zakaz@site.example'],
    ['http://site.example', 'http://site.example'],
    ['tel:+78120000000', 'tel:+78120000000'],
  ])('makes %j whole', (typed, href) => expect(completeHref(typed)).toBe(href));
  // oxlint-disable-next-line no-script-url
  test.each(['javascript:alert(1)', 'file:///c:/x', '\\\\server\\share', '/etc/passwd'])(
    'does not make %j allowed',
    (typed) => expect(isAllowedHref(completeHref(typed))).toBe(false),
  );
});
