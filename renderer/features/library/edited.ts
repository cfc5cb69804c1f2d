import type { BlockId, TemplateId } from '../../../shared/domain/ids.ts';
import type { BlockDraft, TemplateDraft } from '../../../shared/domain/library.ts';

/** What is being edited; id null = a new one. It begins with `draft` where there is one: words that are not saved. */
export type Edited =
  | { readonly kind: 'block'; readonly id: BlockId | null; readonly draft?: BlockDraft }
  | { readonly kind: 'template'; readonly id: TemplateId | null; readonly draft?: TemplateDraft };
