import type { Editor } from '@tiptap/core';
import { ContainerBubble } from './ContainerBubble.tsx';
import { PictureBubble } from './PictureBubble.tsx';

/** Tools of the blocks that have settings of their own. */
export function BlockBubbles({ editor, desk }: { editor: Editor; desk: HTMLElement }) {
  return (
    <>
      <PictureBubble editor={editor} desk={desk} />
      <ContainerBubble editor={editor} desk={desk} />
    </>
  );
}
