import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { ReaderRole } from '../../../shared/domain/person.ts';
import type { Template } from '../../../shared/domain/template.ts';

/** A template as one paper: the frame, the readers' sections with a place for their arguments, the end. */
export function skeletonOf(
  template: Pick<Template, 'before' | 'roleSections' | 'after'>,
  placeFor: (role: ReaderRole) => string,
): BlockNode[] {
  return [
    ...template.before,
    ...template.roleSections.flatMap(({ role, opening, closing }): BlockNode[] => [
      ...opening,
      {
        type: 'callout',
        attrs: { tone: 'info', title: null },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: placeFor(role) }] }],
      },
      ...closing,
    ]),
    ...template.after,
  ];
}
