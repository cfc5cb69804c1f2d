import {
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconMovie,
  IconPhoto,
  IconPresentation,
  IconTable,
} from '@tabler/icons-react';
import type { AttachmentKind } from '../../../../shared/domain/attachment.ts';
import type { IconPart } from '../history/eventIcons.ts';

/** The sign of a kind of file. */
export const fileIcons: Readonly<Record<AttachmentKind, IconPart>> = {
  image: IconPhoto,
  pdf: IconFileTypePdf,
  text: IconFileText,
  word: IconFileText,
  table: IconTable,
  slides: IconPresentation,
  mail: IconMail,
  archive: IconFileZip,
  media: IconMovie,
  other: IconFile,
};
