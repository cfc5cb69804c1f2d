import { Schema } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { findMatches } from './findMatches.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*' },
    mergeField: { group: 'inline', inline: true, atom: true, attrs: { key: {} } },
    footnote: { group: 'inline', inline: true, atom: true, attrs: { key: {} } },
    text: { group: 'inline' },
  },
});
const field = (key: string) => ({ type: 'mergeField', attrs: { key } });
const text = (words: string) => ({ type: 'text', text: words });
const values: Readonly<Record<string, string>> = { name: 'ООО «Ромашка»', day: '5 мая', empty: '' };

/** What is found in one paragraph, each place by its borders and what it says of drawn words. */
function found(query: string, content: readonly object[], wholeWord = false) {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content }] });
  const drawn = (node: { attrs: Record<string, unknown> }) => {
    const value = values[String(node.attrs['key'])] ?? '';
    return value === '' ? [] : [value];
  };
  return findMatches(doc, query, { matchCase: false, wholeWord, foldYo: true }, drawn).map(
    ({ from, to, drawn: place }) => [from, to, place && `${place.hits}${place.alone ? '' : ' with words'}`],
  );
}

describe('findMatches', () => {
  test('finds words that stand partly in a field, at either side of it', () => {
    const content = [text('для '), field('name'), text(' до '), field('day'), text(' года')];
    expect(found('для ООО', content)).toEqual([[1, 6, '1 with words']]);
    expect(found('Ромашка» до', content)).toEqual([[5, 9, '1 with words']]);
    expect(found('» до 5 мая год', content)).toEqual([[5, 15, '1 with words']]);
    expect(found('Ромашка» до 6', content)).toEqual([]);
  });
  test('counts what stands in a field alone as one place, and typed words beside it as they are', () => {
    const content = [text('мама '), field('name'), text('ма')];
    expect(found('ма', content)).toEqual([
      [1, 3, null],
      [3, 5, null],
      [6, 7, '1'],
      [7, 9, null],
    ]);
    expect(found('о', content)).toEqual([[6, 7, '4']]);
  });
  test('a word is whole only where the field beside it does not go on with it', () => {
    expect(found('в', [text('в'), field('name')], true)).toEqual([]);
    expect(found('в', [text('в '), field('name')], true)).toEqual([[1, 2, null]]);
  });
  test('neither a field without a value nor a footnote goes into the words around it', () => {
    expect(found('до срока', [text('до '), field('empty'), text('срока')])).toEqual([]);
    expect(found('мая', [text('до '), { type: 'footnote', attrs: { key: 'day' } }, text('мая')])).toEqual([
      [4, 5, '1'],
      [5, 8, null],
    ]);
  });
});
