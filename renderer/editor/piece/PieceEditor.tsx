import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentLook } from '../../../shared/domain/company.ts';
import { DocumentRoot } from '../../../shared/document/nodes.ts';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import { documentExtensions } from '../extensions/index.ts';
import { useOwnFields } from '../ownFields.ts';
import { applyLook } from '../paper/applyLook.ts';
import { pasteProps } from '../paste/pasteProps.ts';
import { PieceToolbar } from './PieceToolbar.tsx';
import '../page.css';
import '../paper/look.css';
import './piece.css';

function contentOf(editor: Editor): BlockNode[] {
  return DocumentRoot.parse(editor.getJSON()).content;
}

export type PieceEditorProps = {
  /** Read once: afterwards the editor holds the present text. */
  readonly content: readonly BlockNode[];
  readonly look: DocumentLook | undefined;
  readonly label: string;
  /** Absent = only shown, as on paper. */
  readonly onChange?: (take: () => BlockNode[]) => void;
  readonly onRefused?: () => void;
  /** More tools, after those of text. */
  readonly tools?: (editor: Editor) => ReactNode;
};

/**
 * A part of a document outside any proposal: a block of the library, a section of a template. The same nodes as in the
 * proposal's editor; fields show their names, blocks drawn from a dossier say what they are.
 */
export function PieceEditor({ content, look, label, onChange, onRefused, tools }: PieceEditorProps) {
  const page = useRef<HTMLDivElement>(null);
  const editable = onChange !== undefined;
  useOwnFields();
  const [extensions] = useState(documentExtensions);
  const editor = useEditor({
    extensions,
    // The library's type of JSON is looser than ours in everything but optional keys.
    content: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] } as JSONContent,
    editable,
    injectCSS: false,
    enableContentCheck: true,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'k-page-body',
        'aria-label': label,
        ...(editable ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'document' }),
        spellcheck: 'false',
      },
      ...pasteProps(() => onRefused?.()),
    },
  });
  useEffect(() => {
    if (page.current && look) applyLook(page.current, look);
  }, [look]);
  useEffect(() => {
    if (!editor || onChange === undefined) return undefined;
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) onChange(() => contentOf(editor));
    };
    editor.on('transaction', changed);
    return () => {
      editor.off('transaction', changed);
    };
  }, [editor, onChange]);

  return (
    <div className="k-piece" data-editable={editable || undefined}>
      {editor && editable ? <PieceToolbar editor={editor} tools={tools?.(editor)} /> : null}
      <div className="k-piece-desk">
        <div className="k-page k-piece-page" ref={page}>
          <EditorContent editor={editor} />
        </div>
      </div>
    </div>
  );
}
