import { defaultLook } from '../../../shared/domain/company.ts';
import type { FieldValues } from '../../../shared/document/mergeFields.ts';
import { mergeFieldKeys } from '../../../shared/document/mergeFields.ts';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import type { BlockViews } from './blockSources.ts';
import { writeDocument } from './writeDocument.ts';

// A document that belongs to no proposal: our own blocks have nothing to print.
const noViews: BlockViews = {
  logo: null,
  letterhead: () => ({ name: '', tagline: '', lines: [] }),
  addressee: () => ({ numberLine: '', requestLine: null, right: [] }),
  priceTable: () => ({ columns: [], rows: [], inWords: '', notes: [] }),
  payback: () => ({ columns: [], rows: [], summary: '' }),
  paymentSchedule: () => ({ columns: [], rows: [], percentTotalBp: 0 }),
  team: () => [],
  references: () => [],
  validity: () => ({ heading: '', text: '' }),
  attachments: () => [],
  signature: () => ({ position: '', name: '', preparedBy: null }),
};

// fromEntries forgets the keys it was given.
const noValues = Object.fromEntries(mergeFieldKeys.map((key) => [key, null])) as FieldValues;

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
