import { deflateRawSync } from 'node:zlib';
import { exportDocx } from '../../electron/vault/docx/exportDocx.ts';
import { unzip } from '../../electron/vault/docx/unzip.ts';
import { benchDocument } from './benchDocument.ts';
import { goal, median, ms, pairedRatio } from './measure.ts';

const ROUNDS = 15;

/** Writing a DOCX against merely compressing the same parts natively at the usual level, in turn. */
export async function benchExportFloor(sizes: readonly number[]): Promise<void> {
  console.log('\n## Export to DOCX: writing all of it against zipping its parts\n');
  console.log('| pages | zip alone | whole export | paired ratio | goal |\n|---|---|---|---|---|');
  for (const size of sizes) {
    const root = benchDocument(size);
    const parts = [...unzip(await exportDocx(root))];
    const zip = (): number => {
      let bytes = 0;
      for (const [name, part] of parts)
        bytes += /\.(?:png|jpeg)$/.test(name) ? Buffer.from(part).length : deflateRawSync(part).length;
      return bytes;
    };
    const own: number[] = [];
    const floor: number[] = [];
    for (let round = -3; round < ROUNDS; round += 1) {
      const from = performance.now();
      zip();
      const between = performance.now();
      await exportDocx(root);
      const done = performance.now();
      // The first rounds only warm up.
      if (round >= 0) {
        floor.push(between - from);
        own.push(done - between);
      }
    }
    console.log(
      `| ${size} | ${ms(median(floor))} | ${ms(median(own))} | ${pairedRatio(own, floor)} | ${goal(2)} |`,
    );
  }
}
