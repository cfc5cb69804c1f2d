import { expect, it } from 'vitest';
import { noPsychotypeAnswers, psychotypeOf } from './psychotypeTest.ts';

const of = (answers: Partial<typeof noPsychotypeAnswers>) =>
  psychotypeOf({ ...noPsychotypeAnswers, ...answers });

it('tells the four types by two axes', () => {
  expect(of({ pace: 'first', arguments: 'first' })).toBe('driver');
  expect(of({ opinion: 'first', face: 'second' })).toBe('expressive');
  expect(of({ decision: 'second', smallTalk: 'first' })).toBe('analyst');
  expect(of({ pace: 'second', opinion: 'second', decision: 'first', face: 'second' })).toBe('amiable');
});

it('says nothing of what was not observed or is even', () => {
  expect(of({})).toBe('unknown');
  expect(of({ pace: 'first' })).toBe('unknown');
  expect(of({ pace: 'first', opinion: 'second', face: 'first' })).toBe('unknown');
});
