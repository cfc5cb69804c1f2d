import { readWordAt } from '../actions/readWord.ts';
import { readWordFile } from '../docx/import/readWordFile.ts';
import { read, type Handlers } from './handler.ts';

/** Word files on their way in. */
export const wordHandlers: Pick<Handlers, Extract<keyof Handlers, `word.${string}`>> = {
  'word.read': read((_db, { base64 }) => readWordFile(Buffer.from(base64, 'base64'))),
  'word.readFile': read((_db, { path }) => readWordAt(path)),
};
