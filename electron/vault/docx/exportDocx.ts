import { defaultLook } from '../../../shared/domain/company.ts';
import { noValues } from '../../../shared/document/mergeFields.ts';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { noViews } from './plainViews.ts';
import { writeDocument } from './writeDocument.ts';

/**
 * Writes editor JSON that belongs to no proposal, in Russian and the default look. Used to compare the writer with
 * others on the same input. Attributes our model does not know are passed over; nodes it does not know throw.
 */
export function exportDocx(root: DocumentRoot): Promise<Uint8Array> {
  return writeDocument({
    root,
    look: defaultLook,
    language: 'ru',
    values: noValues,
    views: noViews,
    header: { left: 'Коммерческое предложение', right: '' },
    footer: '',
    properties: {
      title: 'Коммерческое предложение',
      subject: '',
      companyName: '',
      number: '',
      edition: 1,
      createdAtMs: 0,
      savedAtMs: 0,
    },
  });
}
