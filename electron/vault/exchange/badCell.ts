/** A cell that cannot be taken: why, and of which field. Its row is left out, or comes without the field. */
export class BadCell<Reason extends string, Field extends string> extends Error {
  readonly reason: Reason;
  readonly field: Field;
  constructor(reason: Reason, field: Field) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}
