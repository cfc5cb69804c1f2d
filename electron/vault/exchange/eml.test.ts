import { describe, expect, test } from 'vitest';
import { emlOf, mailAddress, type Draft } from './eml.ts';

const draft: Draft = {
  from: { name: 'Кораблёва Анна Игоревна', address: 'korableva@ladoga-pnevmo.example' },
  to: [
    { name: 'Вересов Андрей Николаевич', address: 'veresov@farfor.example' },
    { name: 'Smith, John "Jack"', address: 'smith@farfor.example' },
    { name: 'Без адреса', address: 'нет почты' },
  ],
  subject: 'Коммерческое предложение № 2026-041 — Ладожская пневматика, компрессорная станция 😀',
  text: 'Уважаемый Андрей Николаевич!\n\nФайлы — во вложении.\n',
  language: 'ru',
  atMs: Date.UTC(2026, 10, 23, 9, 5, 7),
  attachments: [
    {
      fileName: 'КП_2026-041_Тихвинский_фарфор_компрессорная_станция.docx',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256)),
    },
    { fileName: 'plan.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') },
  ],
};
const text = (changes: Partial<Draft> = {}) => Buffer.from(emlOf({ ...draft, ...changes })).toString('utf8');
const unfolded = (eml: string) => eml.replaceAll(/\r\n[ \t]/g, ' ');
const headerOf = (eml: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(unfolded(eml.slice(0, eml.indexOf('\r\n\r\n'))))?.[1]?.trim();

/** RFC 2047: encoded words give their bytes; the blank between two of them is not printed. */
function decoded(header: string | undefined): string {
  return (header ?? '')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_whole, base64: string) =>
      Buffer.from(base64, 'base64').toString('utf8'),
    );
}

describe('a draft e-mail', () => {
  test('is ASCII in lines that no mail program breaks, ended by CR and LF', () => {
    const eml = text();
    expect(eml).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of eml.split('\r\n')) expect(line.length, line).toBeLessThanOrEqual(78);
    for (const [word] of eml.matchAll(/=\?UTF-8\?B\?[^?]*\?=/g)) expect(word.length).toBeLessThanOrEqual(75);
  });

  test('opens for editing, with date, sender, readers and subject', () => {
    const eml = text();
    expect(headerOf(eml, 'X-Unsent')).toBe('1');
    expect(headerOf(eml, 'Date')).toBe('Mon, 23 Nov 2026 09:05:07 +0000');
    expect(headerOf(eml, 'MIME-Version')).toBe('1.0');
    expect(decoded(headerOf(eml, 'From'))).toBe('Кораблёва Анна Игоревна <korableva@ladoga-pnevmo.example>');
    expect(decoded(headerOf(eml, 'To'))).toBe(
      'Вересов Андрей Николаевич <veresov@farfor.example>, "Smith, John \\"Jack\\"" <smith@farfor.example>',
    );
    expect(decoded(headerOf(eml, 'Subject'))).toBe(draft.subject);
  });

  test('has no reader’s line where no address is known', () => {
    const eml = text({ from: null, to: [{ name: 'Дуб', address: '' }] });
    expect(headerOf(eml, 'To')).toBeUndefined();
    expect(headerOf(eml, 'From')).toBeUndefined();
  });

  test('carries the letter and the files whole, between boundaries that stand in no part', () => {
    const eml = text();
    const boundary = /boundary="([^"]+)"/.exec(unfolded(eml))?.[1] ?? '';
    expect(boundary).not.toBe('');
    const [, letter = '', docx = '', pdf = '', end] = eml.split(`--${boundary}`);
    expect(end).toBe('--\r\n');
    const body = (part: string) => Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64');
    expect(body(letter).toString('utf8')).toBe(draft.text.replaceAll('\n', '\r\n'));
    expect(body(docx).equals(Buffer.from(draft.attachments[0]?.bytes ?? []))).toBe(true);
    expect(body(pdf).toString('latin1')).toBe('%PDF-1.4');
  });

  test('names the files as RFC 2231 wants, in pieces where a name is long', () => {
    const eml = unfolded(text());
    const long = [...eml.matchAll(/filename\*(\d+)\*=([^;\r\n ]+)/g)];
    expect(long.map(([, number]) => Number(number))).toEqual(long.map((_, at) => at));
    expect(long.length).toBeGreaterThan(1);
    const joined = long.map(([, , piece]) => piece).join('');
    expect(joined.startsWith("UTF-8''")).toBe(true);
    expect(decodeURIComponent(joined.slice("UTF-8''".length))).toBe(draft.attachments[0]?.fileName);
    expect(eml).toContain("filename*=UTF-8''plan.pdf");
  });

  test('lets nothing typed begin a header of its own', () => {
    const eml = text({
      subject: 'КП\r\nBcc: spy@evil.example',
      to: [
        { name: 'A\r\nBcc: spy@evil.example', address: 'a@farfor.example' },
        { name: 'B', address: 'b@farfor.example\r\nBcc: spy@evil.example' },
        { name: 'C', address: 'c@farfor.example>, <spy@evil.example' },
      ],
      attachments: [
        { fileName: 'a"\r\nX-Evil: 1.docx', contentType: 'application/pdf', bytes: Buffer.from('x') },
      ],
    });
    expect(eml).not.toMatch(/^(?:Bcc|X-Evil):/m);
    expect(headerOf(eml, 'To')).toMatch(/<a@farfor\.example>$/);
  });
});

describe('an address', () => {
  test.each([
    ['ivanov@romashka.example', 'ivanov@romashka.example'],
    [' i.ivanov+kp@romashka.example ', 'i.ivanov+kp@romashka.example'],
    ['ivanov@пример.рф', 'ivanov@xn--e1afmkfd.xn--p1ai'],
    ['иванов@ромашка.рф', null],
    ['ivanov', null],
    ['ivanov@romashka', null],
    ['a..b@romashka.example', null],
    ['a@b.example, c@d.example', null],
    ['', null],
  ])('%j is %j', (typed, address) => {
    expect(mailAddress(typed)).toBe(address);
  });
});
