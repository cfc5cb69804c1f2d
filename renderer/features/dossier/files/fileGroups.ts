import type { Attachment } from '../../../../shared/domain/attachment.ts';

export const fileGroups = ['all', 'documents', 'tables', 'pictures', 'mail', 'rest', 'deleted'] as const;
export type FileGroup = (typeof fileGroups)[number];

function groupOf(file: Attachment): Exclude<FileGroup, 'all'> {
  if (file.deletedAtMs !== null) return 'deleted';
  switch (file.kind) {
    case 'pdf':
    case 'text':
    case 'word':
    case 'slides':
      return 'documents';
    case 'table':
      return 'tables';
    case 'image':
      return 'pictures';
    case 'mail':
      return 'mail';
    case 'archive':
    case 'media':
    case 'other':
      return 'rest';
  }
}

/** Files of a group in their order; deleted ones are in none but their own. */
export function filesOfGroup(files: readonly Attachment[], group: FileGroup): readonly Attachment[] {
  return files.filter((file) => (group === 'all' ? file.deletedAtMs === null : groupOf(file) === group));
}
