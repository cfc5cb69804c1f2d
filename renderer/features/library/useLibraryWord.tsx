import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { chooseWordFile } from '../../editor/word/chooseWordFile.ts';
import type { ChosenWordFile } from '../../editor/word/chooseWordFile.ts';
import { WordDialog } from '../../editor/word/WordDialog.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import type { Edited } from './edited.ts';
import { blockFromWord, leavesFrame, templateFromWord } from './wordDrafts.ts';

/**
 * Makes an argument or a template of a Word file. The file is shown with what it loses, then opens as an unsaved one.
 * `ask` begins; `dialog` stands on the page.
 */
export function useLibraryWord(onRead: (edited: Edited) => void) {
  const { t } = useTranslation('library');
  const [request, setRequest] = useState<{
    readonly kind: Edited['kind'];
    readonly chosen: ChosenWordFile;
  } | null>(null);
  const [reading, setReading] = useState(false);

  const ask = async (kind: Edited['kind']) => {
    if (reading) return;
    setReading(true);
    try {
      const chosen = await chooseWordFile();
      if (chosen !== null) setRequest({ kind, chosen });
    } finally {
      setReading(false);
    }
  };
  const take = (kind: Edited['kind'], fileName: string, root: DocumentRoot) => {
    setRequest(null);
    if (kind === 'template') {
      onRead({ kind, id: null, draft: templateFromWord(root, fileName, t('word.opening')) });
      return;
    }
    const draft = blockFromWord(root, fileName);
    if (draft === null) notifyDone(t('word.onlyFrame'));
    else onRead({ kind, id: null, draft });
  };
  const dialog =
    request === null ? null : (
      <WordDialog
        chosen={request.chosen}
        note={request.kind === 'block' && leavesFrame(request.chosen.file.root) ? t('word.frame') : undefined}
        onClose={() => setRequest(null)}
        onTake={(root) => take(request.kind, request.chosen.fileName, root)}
        take={t('word.take')}
        title={t(`word.title.${request.kind}`)}
      />
    );
  return { ask, dialog };
}
