import { describe, expect, it } from 'vitest';
import { topCriteria } from './groupCriteria.ts';

describe('topCriteria', () => {
  it('weighs each criterion by the influence of who holds it', () => {
    const note = '';
    expect(
      topCriteria([
        {
          influence: 5,
          criteria: [
            { key: 'price', weightPercent: 40, note },
            { key: 'serviceLevel', weightPercent: 60, note },
          ],
        },
        { influence: 1, criteria: [{ key: 'price', weightPercent: 100, note }] },
      ]),
    ).toEqual([
      { key: 'price', percent: 50 },
      { key: 'serviceLevel', percent: 50 },
    ]);
  });

  it('says nothing of a group whose criteria are not known', () => {
    expect(topCriteria([{ influence: 3, criteria: [] }])).toEqual([]);
  });
});
