import type { BlockId, TemplateId } from '../../../shared/domain/ids.ts';

/** What is being edited; null = a new one. */
export type Edited =
  | { readonly kind: 'block'; readonly id: BlockId | null }
  | { readonly kind: 'template'; readonly id: TemplateId | null };
