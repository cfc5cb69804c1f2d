import { describe, expect, it } from 'vitest';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import {
  addFrame,
  addRole,
  frameSections,
  missingNodes,
  movePart,
  neededNodes,
  removePart,
} from './templateParts.ts';

const empty: TemplateDraft = {
  language: 'ru',
  title: 'Скелет',
  purpose: '',
  trade: '',
  before: [],
  roleSections: [],
  after: [],
};

describe('sections of a template', () => {
  it('are added, moved and taken out where they are', () => {
    const first = addFrame(empty, 'before', 'Письмо');
    const second = addFrame(first.draft, 'before', 'Суть');
    const titles = (draft: TemplateDraft) =>
      frameSections(draft.before).map(({ attrs }) => attrs.outlineTitle);
    expect(titles(second.draft)).toEqual(['Письмо', 'Суть']);
    const turned = movePart(second.draft, second.key, -1);
    expect(titles(turned)).toEqual(['Суть', 'Письмо']);
    expect(titles(movePart(turned, second.key, -1))).toEqual(['Суть', 'Письмо']);
    expect(titles(removePart(turned, first.key))).toEqual(['Суть']);
  });

  it('of roles keep the order they were given', () => {
    const both = addRole(addRole(empty, 'finance', 'Деньги'), 'hr', 'Люди');
    const roles = (draft: TemplateDraft) => draft.roleSections.map(({ role }) => role);
    expect(roles(movePart(both, { place: 'role', role: 'hr' }, -1))).toEqual(['hr', 'finance']);
    expect(roles(removePart(both, { place: 'role', role: 'hr' }))).toEqual(['finance']);
  });

  it('tell what a proposal made from them would lack', () => {
    expect(missingNodes(empty)).toEqual([...neededNodes]);
    const withPaper: TemplateDraft = {
      ...empty,
      before: [{ type: 'letterhead' }, { type: 'addressee' }],
      after: [{ type: 'signature' }],
    };
    expect(missingNodes(withPaper)).toEqual(['priceTable', 'validity']);
  });
});
