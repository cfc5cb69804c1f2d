import { describe, expect, test } from 'vitest';
import { AccountId, ProposalId } from '../../shared/domain/ids.ts';
import { recentPlaces, stepBack, stepTo } from './place.ts';
import type { Place, PlaceHistory } from './place.ts';

const one = AccountId.parse('6f1f1c1e-54a2-4d1c-9d0e-0d8a3c1b2a01');
const two = AccountId.parse('6f1f1c1e-54a2-4d1c-9d0e-0d8a3c1b2a02');
const proposalId = ProposalId.parse('6f1f1c1e-54a2-4d1c-9d0e-0d8a3c1b2a03');
const today: Place = { at: 'today' };
const dossier = (accountId: AccountId, tab: 'overview' | 'people' = 'overview'): Place => ({
  at: 'dossier',
  accountId,
  tab,
});
const walk = (...places: readonly Place[]): PlaceHistory =>
  places.reduce<PlaceHistory>(stepTo, { place: today, behind: [] });

describe('the way through the window', () => {
  test('leads back step by step to where it began', () => {
    const history = walk({ at: 'clients' }, dossier(one));
    expect(stepBack(history).place).toEqual({ at: 'clients' });
    expect(stepBack(stepBack(history)).place).toEqual(today);
    expect(stepBack(stepBack(stepBack(history)))).toEqual({ place: today, behind: [] });
  });

  test('does not count another tab of the same screen as a step', () => {
    const history = walk({ at: 'clients' }, dossier(one), dossier(one, 'people'));
    expect(history.place).toEqual(dossier(one, 'people'));
    expect(stepBack(history).place).toEqual({ at: 'clients' });
  });

  test('comes back to the tab that was left', () => {
    const history = walk(dossier(one), dossier(one, 'people'), { at: 'proposal', proposalId });
    expect(stepBack(history).place).toEqual(dossier(one, 'people'));
  });

  test('does not grow without end', () => {
    const long = Array.from({ length: 500 }, (_, index) => dossier(index % 2 === 0 ? one : two));
    expect(walk(...long).behind.length).toBeLessThanOrEqual(50);
  });

  test('remembers the last clients and proposals, newest first and once each', () => {
    const history = walk(
      dossier(one),
      { at: 'tenders' },
      dossier(two),
      { at: 'proposal', proposalId },
      dossier(one),
    );
    expect(recentPlaces(history, 5)).toEqual([dossier(one), { at: 'proposal', proposalId }, dossier(two)]);
    expect(recentPlaces(history, 1)).toEqual([dossier(one)]);
  });
});
