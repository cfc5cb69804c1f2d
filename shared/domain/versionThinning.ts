import { dayOfInstant } from './calendarDate.ts';

/** A kept version by what decides whether it stays. The label is empty where the program kept it by itself. */
export type ThinnedVersion = {
  readonly revision: number;
  readonly label: string;
  /** UTC milliseconds. */
  readonly savedAtMs: number;
};

/** The shortest time between two versions that the program keeps by itself. */
export const versionEveryMs = 10 * 60_000;

const weekMs = 7 * 24 * 3_600_000;

/** The span of time of which one version is enough; null = every version of it stays. */
function spanOf(savedAtMs: number, nowMs: number): string | null {
  const day = dayOfInstant(savedAtMs);
  if (day === dayOfInstant(nowMs)) return null;
  return nowMs - savedAtMs < weekMs ? `${day} ${new Date(savedAtMs).getHours()}` : day;
}

/**
 * Revisions of the versions that are one too many: all of today stay, the last one of each hour for a week, the last
 * one of each day after it. What carries a label stays always. GLOSSARY: версия КП.
 */
export function versionsToDrop(versions: readonly ThinnedVersion[], nowMs: number): number[] {
  const taken = new Set<string>();
  return versions
    .filter(({ label }) => label === '')
    .toSorted((one, other) => other.savedAtMs - one.savedAtMs || other.revision - one.revision)
    .filter(({ savedAtMs }) => {
      const span = spanOf(savedAtMs, nowMs);
      if (span === null) return false;
      if (taken.has(span)) return true;
      taken.add(span);
      return false;
    })
    .map(({ revision }) => revision);
}
