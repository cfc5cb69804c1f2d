import { TableView } from '@tiptap/extension-table';
import type { Node } from '@tiptap/pm/model';

/** A table that all but fills its room fills it, as in the Word file and in the PDF. */
const nearlyFull = '92%';

/** The view of a table whose columns are named: as wide as they are, or as its room where little is missing. */
export class FilledTableView extends TableView {
  constructor(...made: ConstructorParameters<typeof TableView>) {
    super(...made);
    this.fill();
  }

  override update(node: Node): boolean {
    const kept = super.update(node);
    if (kept) this.fill();
    return kept;
  }

  private fill(): void {
    const { style } = this.table;
    if (!style.width.endsWith('px')) return;
    // A step without a condition: past the threshold the difference, grown, is more than the room.
    style.width = `max(${style.width}, min(100%, (${style.width} - ${nearlyFull}) * 1000))`;
  }
}
