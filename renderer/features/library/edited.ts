import type { BlockId, TemplateId } from '../../../shared/domain/ids.ts';
import type { BlockDraft, TemplateDraft } from '../../../shared/domain/library.ts';

/** What is being edited; id null = a new one, begun with `draft` where there is one. */
export type Edited =
  | { readonly kind: 'block'; readonly id: BlockId | null; readonly draft?: BlockDraft }
  | { readonly kind: 'template'; readonly id: TemplateId | null; readonly draft?: TemplateDraft };
