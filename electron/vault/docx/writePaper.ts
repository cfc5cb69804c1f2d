import { noValues } from '../../../shared/document/mergeFields.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { noViews } from './plainViews.ts';
import { writeDocument } from './writeDocument.ts';

/** Writes a paper of our own as the bytes of a DOCX file. The same paper at the same time gives the same bytes. */
export function writePaper(paper: Paper, atMs: number): Promise<Uint8Array> {
  return writeDocument({
    root: paper.root,
    look: paper.look,
    language: paper.language,
    values: noValues,
    views: noViews,
    header: paper.header,
    footer: '',
    properties: {
      title: paper.title,
      subject: '',
      companyName: '',
      number: '',
      edition: 1,
      createdAtMs: atMs,
      savedAtMs: atMs,
    },
  });
}
