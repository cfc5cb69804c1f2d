import { useRef, useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { dropsFolder } from './useAddFiles.tsx';

const carriesFiles = (data: DataTransfer): boolean => data.types.includes('Files');

/** Makes a place take dropped and pasted files; `over` is true while files hang above it. */
export function useDropFiles(take: (files: readonly File[]) => void): {
  readonly over: boolean;
  readonly handlers: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
    onPaste(event: ClipboardEvent): void;
  };
} {
  const { t } = useTranslation('files');
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent: only the balance tells that the files are gone.
  const depth = useRef(0);
  return {
    over,
    handlers: {
      onDragEnter(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        depth.current -= 1;
        if (depth.current <= 0) setOver(false);
      },
      onDrop(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (dropsFolder(event.dataTransfer)) notifyDone(t('folder'));
        else if (event.dataTransfer.files.length > 0) take([...event.dataTransfer.files]);
      },
      onPaste(event) {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        take([...event.clipboardData.files]);
      },
    },
  };
}
