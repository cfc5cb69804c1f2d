import { getDocument, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
// In this window: a worker would need a wider content policy. Loading it registers it under `pdfjsWorker`.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { attachmentPartBytes } from '../../../../../shared/domain/attachment.ts';
import type { Attachment } from '../../../../../shared/domain/attachment.ts';
import { readPart } from '../readFile.ts';

// A file closed while it is read leaves promises of the reader's inside rejected, with nobody to hear them: in a worker
// that is silent, in this window it would look like a failure of ours.
window.addEventListener('unhandledrejection', (event) => {
  const reason: unknown = event.reason;
  if (reason instanceof Error && reason.message === 'Worker was terminated') event.preventDefault();
});

/** Asks the vault for the parts that the reader wants, when it wants them. */
class VaultRange extends PDFDataRangeTransport {
  readonly #file: Attachment;
  readonly #failed: (thrown: unknown) => void;

  constructor(file: Attachment, failed: (thrown: unknown) => void) {
    super(file.sizeBytes, null);
    this.#file = file;
    this.#failed = failed;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#send(begin, end);
  }

  async #send(begin: number, end: number): Promise<void> {
    try {
      const first = Math.floor(begin / attachmentPartBytes);
      const last = Math.floor((end - 1) / attachmentPartBytes);
      const asked = new Uint8Array(end - begin);
      for (let part = first; part <= last; part += 1) {
        const start = part * attachmentPartBytes;
        // oxlint-disable-next-line no-await-in-loop -- the reader asks for one part, seldom for two
        const { bytes } = await readPart(this.#file.id, part);
        const from = Math.max(0, begin - start);
        asked.set(bytes.subarray(from, end - start), Math.max(0, start - begin));
      }
      this.onDataRange(begin, asked);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }
}

/**
 * Opens a stored PDF without reading all of it. Nothing is evaluated, compiled or loaded from elsewhere: no scripts, no
 * forms of XFA, no WebAssembly; fonts that are not in the file are the computer's own.
 */
export function openPdf(file: Attachment, failed: (thrown: unknown) => void): PDFDocumentLoadingTask {
  return getDocument({
    range: new VaultRange(file, failed),
    rangeChunkSize: attachmentPartBytes,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    useWasm: false,
    // Where the build puts the scripts that unpack scanned pages instead.
    wasmUrl: new URL('assets/pdf/', document.baseURI).href,
    useWorkerFetch: false,
    useSystemFonts: true,
    stopAtErrors: false,
    maxImageSize: 64_000_000,
    verbosity: 0,
  });
}
