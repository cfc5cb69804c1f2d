import { AppError } from '../ipc/reply.ts';
import { documentSchemaVersion, ProposalDocument } from './nodes.ts';

/** Deeper nesting than any editor makes; a file made to exhaust the stack stops here. */
const maxDepth = 400;

/** Depth is measured without recursion, so that measuring cannot overflow the stack itself. */
function isTooDeep(json: unknown): boolean {
  const queue: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
    const { value, depth } = item;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maxDepth) return true;
    for (const child of Object.values(value)) queue.push({ value: child, depth: depth + 1 });
  }
  return false;
}

function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return null;
  return typeof json.schemaVersion === 'number' ? json.schemaVersion : null;
}

/**
 * Reads a stored document, lifting older versions to today's. There is one version so far; a second one adds its
 * step here. Unknown nodes are refused, never dropped.
 * @throws AppError `documentNewer` when a later program wrote it, `documentInvalid` (details: `path`) when it does
 * not fit the model.
 */
export function readDocument(json: unknown): ProposalDocument {
  const version = versionOf(json);
  if (version !== null && version > documentSchemaVersion) {
    throw new AppError('documentNewer', `Document schema ${version} is newer than ${documentSchemaVersion}`, {
      version,
    });
  }
  if (isTooDeep(json))
    throw new AppError('documentInvalid', `Document is nested deeper than ${maxDepth}`, { path: '' });
  const parsed = ProposalDocument.safeParse(json);
  if (parsed.success) return parsed.data;
  // Only the place is told: the message of an issue may quote the document.
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new AppError('documentInvalid', `Document does not fit the model at ${path}`, { path });
}
