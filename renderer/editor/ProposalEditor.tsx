import type { Editor, EditorEvents } from '@tiptap/core';
import { isHistoryTransaction } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentRoot, documentSchemaVersion } from '../../shared/document/nodes.ts';
import type { ProposalDocument } from '../../shared/document/nodes.ts';
import type { DocumentStep } from '../../shared/document/steps.ts';
import type { DocumentLook } from '../../shared/domain/company.ts';
import { BlockBubbles } from './bubble/BlockBubbles.tsx';
import { TableBubble } from './bubble/TableBubble.tsx';
import { TextBubble } from './bubble/TextBubble.tsx';
import { CountLine } from './count/CountLine.tsx';
import { documentExtensions } from './extensions/index.ts';
import { FieldPopover } from './FieldPopover.tsx';
import { FootnotePopover } from './FootnotePopover.tsx';
import { FindPanel } from './find/FindPanel.tsx';
import { useFindKeys } from './find/findPanelState.ts';
import { HeaderStep, type HeaderChange } from './headerStep.ts';
import type { TypedSteps } from './autosave.ts';
import { applyLook } from './paper/applyLook.ts';
import { pasteProps } from './paste/pasteProps.ts';
import { useOwnFields } from './ownFields.ts';
import { noteRoot, proposalSession } from './session.ts';
import { SlashMenu } from './slash/SlashMenu.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { usePageZoom } from './usePageZoom.ts';
import { useUndoKeys } from './useUndoKeys.ts';
import { WordInsert } from './word/WordInsert.tsx';
import './page.css';
import './paper/look.css';

/** How long the outline, the totals and the coverage may lag behind typing at least. */
const snapshotAfterMs = 200;
/** In a long document they wait for a real pause: so many times what taking the document costs. */
const snapshotCosts = 15;

export type ProposalEditorProps = {
  /** Read once: afterwards the editor holds the present document. */
  readonly root: DocumentRoot;
  readonly look: DocumentLook;
  readonly editable: boolean;
  /** Called on every change with its steps; `take` gives the whole document. Stable, like `onRefused`. */
  readonly onChange: (typed: TypedSteps, take: () => ProposalDocument) => void;
  /** Called with what the header says from now on, and whether undo or redo made it so. Stable too. */
  readonly onHeader: (change: HeaderChange, byHistory: boolean) => void;
  readonly onRefused: (reason: 'tooLarge' | 'notUnderstood') => void;
};

function documentOf(editor: Editor): ProposalDocument {
  return { schemaVersion: documentSchemaVersion, root: DocumentRoot.parse(editor.getJSON()) };
}

function stepsOf({ steps }: Transaction): DocumentStep[] {
  // The library types a step's JSON as any; the vault checks it before it is written.
  return steps.filter((step) => !(step instanceof HeaderStep)).map((step) => step.toJSON() as DocumentStep);
}

/**
 * The document in the editor's own terms; null = something in it that the editor does not know. What `Node.check` asks
 * besides of every attribute was settled when the nodes were made.
 */
function understand({ schema }: Editor, root: DocumentRoot): Node | null {
  try {
    const doc = schema.nodeFromJSON(root);
    let isUnderstood = doc.type.validContent(doc.content);
    doc.descendants((node) => {
      if (node.marks.length > 1) node.check();
      isUnderstood &&= node.isLeaf || node.type.validContent(node.content);
      return isUnderstood;
    });
    return isUnderstood ? doc : null;
  } catch {
    return null;
  }
}

/**
 * Puts the document into the editor, once. Given to it from the start, all of it would be drawn twice: the library
 * draws anew when React takes over its blocks. Answers whether the editor understood it: what it did not is not to be
 * typed over.
 */
function useDocument(
  editor: Editor | null,
  root: DocumentRoot,
  onRefused: ProposalEditorProps['onRefused'],
): boolean {
  const doc = useMemo(() => (editor ? understand(editor, root) : null), [editor, root]);
  const opened = useRef<Editor | null>(null);
  // Before the first paint, and after the page itself was mounted.
  useLayoutEffect(() => {
    if (!editor || opened.current === editor) return;
    opened.current = editor;
    const { schema, plugins } = editor.state;
    if (doc) editor.view.updateState(EditorState.create({ schema, doc, plugins }));
    else onRefused('notUnderstood');
  }, [editor, doc, onRefused]);
  return doc !== null;
}

/** Sets the look's measures on the page: the style sheet knows them by name only. */
function useLook(look: DocumentLook) {
  const page = useRef<HTMLDivElement>(null);
  // Before the document comes into it: set later, all of it would be measured twice.
  useLayoutEffect(() => {
    if (page.current) applyLook(page.current, look);
  }, [look]);
  return page;
}

/** The page-like editor with its toolbar. */
export function ProposalEditor({ root, look, editable, onChange, onHeader, onRefused }: ProposalEditorProps) {
  const { t } = useTranslation('editor');
  useOwnFields();
  const page = useLook(look);
  const place = useRef<HTMLDivElement>(null);
  const zoomed = useRef<HTMLDivElement>(null);
  const zoom = usePageZoom(place, zoomed);
  // Null until the page itself is drawn: its tools come right after it.
  const [desk, setDesk] = useState<HTMLDivElement | null>(null);
  useEffect(() => startTransition(() => setDesk(place.current)), []);
  const [extensions] = useState(documentExtensions);
  const editor = useEditor({
    extensions,
    editable,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    // Heard from the first one on: a step that was missed would leave the vault with another document.
    onTransaction: ({ editor: changed, transaction, appendedTransactions }) => {
      const steps = [transaction, ...appendedTransactions].flatMap(stepsOf);
      const { size } = changed.state.doc.content;
      if (steps.length > 0) onChange({ steps, size }, () => documentOf(changed));
      for (const step of transaction.steps)
        if (step instanceof HeaderStep) onHeader(step.after, isHistoryTransaction(transaction));
    },
    editorProps: {
      attributes: {
        class: 'k-page-body',
        'aria-label': t('page'),
        role: 'textbox',
        'aria-multiline': 'true',
        spellcheck: 'false',
      },
      ...pasteProps(() => onRefused('tooLarge')),
    },
  });

  useEffect(() => {
    if (!editor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let costMs = 0;
    const takeSnapshot = () => {
      const from = performance.now();
      noteRoot(documentOf(editor).root);
      costMs = performance.now() - from;
    };
    const changed = ({ transaction }: EditorEvents['transaction']) => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(takeSnapshot, Math.max(snapshotAfterMs, costMs * snapshotCosts));
    };
    editor.on('transaction', changed);
    proposalSession.setState({ editor });
    return () => {
      clearTimeout(timer);
      editor.off('transaction', changed);
      if (proposalSession.getState().editor === editor) proposalSession.setState({ editor: null });
    };
  }, [editor]);

  const understood = useDocument(editor, root, onRefused);
  useEffect(() => editor?.setEditable(editable && understood), [editor, editable, understood]);
  useFindKeys(editor);
  useUndoKeys(editor);

  return (
    <div className="k-editor">
      {!editable ? null : editor && desk ? (
        <Toolbar editor={editor} editable={editable} />
      ) : (
        <div className="k-toolbar" />
      )}
      <div className="k-desk" ref={place} data-testid="desk" {...(editable ? {} : { tabIndex: 0 })}>
        <div className="k-page-zoom" ref={zoomed}>
          <div className="k-page" ref={page}>
            <EditorContent editor={editor} />
          </div>
        </div>
      </div>
      <CountLine zoom={zoom} />
      {editor && desk ? (
        <>
          <FindPanel editor={editor} editable={editable} />
          <SlashMenu editor={editor} />
          <TextBubble editor={editor} desk={desk} />
          <TableBubble editor={editor} desk={desk} />
          <BlockBubbles editor={editor} desk={desk} />
          <FootnotePopover editor={editor} />
          <FieldPopover />
        </>
      ) : null}
      {editor && desk && editable ? <WordInsert editor={editor} /> : null}
    </div>
  );
}
