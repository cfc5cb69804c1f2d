import type { DocumentLook } from '../../../shared/domain/company.ts';

/** The style of plain paragraphs of the text; null where the look asks nothing of them that Normal has not. */
export function bodyStyle(look: DocumentLook): 'BodyText' | null {
  return look.firstLineMm > 0 || look.textAlign === 'justify' ? 'BodyText' : null;
}
