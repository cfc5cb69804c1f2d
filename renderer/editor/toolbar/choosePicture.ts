import type { Editor } from '@tiptap/core';
import { call, notifyError } from '../../app/desk.ts';
import { sizeOnPage } from '../paste/pastedPictures.ts';
import { insertPictures, putPictures } from '../paste/insertPictures.ts';
import { tellPictureTrouble } from '../paste/pasteWords.ts';

/** Asks for a picture file and puts it at the caret; a closed dialog changes nothing. */
export async function choosePicture(editor: Editor): Promise<void> {
  try {
    const chosen = await call('shell.chooseIllustration', {});
    const type = editor.isDestroyed ? undefined : editor.schema.nodes.image;
    if (!type) return;
    if ('drawing' in chosen) {
      const file = new File([chosen.drawing], 'drawing.svg', { type: 'image/svg+xml' });
      await insertPictures(editor.view, [file], null, tellPictureTrouble);
      editor.view.focus();
      return;
    }
    const { picture } = chosen;
    const size = sizeOnPage(picture.widthPx, picture.heightPx);
    putPictures(
      editor.view,
      [type.create({ src: `data:${picture.mime};base64,${picture.base64}`, alt: null, ...size })],
      null,
    );
    editor.view.focus();
  } catch (thrown) {
    notifyError(thrown);
  }
}
