import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openAttempts } from './attempts.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-attempts-'));
const path = join(folder, 'vault.attempts');
const clock = { now: 1_800_000_000_000, mono: 0 };
const time = { nowMs: () => clock.now, monotonicMs: () => clock.mono };

afterEach(() => rmSync(path, { force: true }));

function fail(times: number): ReturnType<typeof openAttempts> {
  const attempts = openAttempts(path, time);
  for (let count = 0; count < times; count += 1) attempts.countFailure();
  return attempts;
}

test('four wrong passwords cost nothing, then the wait doubles up to half a minute', () => {
  expect(
    [4, 5, 6, 7, 8, 9, 40].map((times) => (rmSync(path, { force: true }), fail(times).retryAfterMs())),
  ).toEqual([0, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('while it lasts a try is refused with the seconds left', () => {
  const attempts = fail(6);
  clock.mono += 2500;
  expect(() => attempts.refuseTooMany()).toThrow(
    expect.objectContaining({ code: 'tooManyAttempts', details: { seconds: 2 } }),
  );
  clock.mono += 1500;
  expect(() => attempts.refuseTooMany()).not.toThrow();
});

test('it lasts over a restart, and a clock set back or forward does not change what was counted', () => {
  fail(9);
  clock.now += 10_000;
  expect(openAttempts(path, time).retryAfterMs()).toBe(20_000);
  clock.now -= 3_600_000;
  expect(openAttempts(path, time).retryAfterMs()).toBe(30_000);
  clock.now += 10 * 3_600_000;
  const later = openAttempts(path, time);
  expect(later.retryAfterMs()).toBe(0);
  later.countFailure();
  expect(later.retryAfterMs()).toBe(30_000);
});

test('the right password forgets all of it', () => {
  const attempts = fail(9);
  attempts.forget();
  expect(attempts.retryAfterMs()).toBe(0);
  expect(openAttempts(path, time).retryAfterMs()).toBe(0);
});
