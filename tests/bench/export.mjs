// The exporter in the shape that a comparison of DOCX writers takes: editor JSON in, the file's bytes out.
export { exportDocx } from '../../electron/vault/docx/exportDocx.ts';
