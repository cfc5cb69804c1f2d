import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** The value below which the share `q` (0–1) of the values lies, interpolated. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Median of the ratios of pairs measured in turn, with its quartiles: noise of the machine hits both alike. */
export function pairedRatio(ours: readonly number[], floor: readonly number[]): string {
  const ratios = ours.flatMap((value, index) => {
    const other = floor[index];
    return other === undefined ? [] : [value / other];
  });
  const text = (q: number): string => quantile(ratios, q).toFixed(2);
  return `${median(ratios).toFixed(3)} (quartiles ${text(0.25)}–${text(0.75)}, ${ratios.length} pairs)`;
}

/** A goal for a ratio, to stand beside it. */
export function goal(most: number | undefined): string {
  return most === undefined ? '' : `≤ ${most}`;
}

export function ms(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

export function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
}

/** Which machine, and how busy it is: a fixed piece of integer work reads higher in a noisy moment. */
export function aboutMachine(): string {
  const from = performance.now();
  let x = 1;
  for (let i = 0; i < 5e7; i++) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
  // Read, so that the loop is not optimised away.
  const yardstickMs = performance.now() - from + (x === 0 ? 1 : 0);
  const model = cpus()[0]?.model.trim() ?? '';
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `${cpus().length} cores (${model}), ${memory} GiB, ${process.platform}, Node ${process.version}, ` +
    `load ${(loadavg()[0] ?? 0).toFixed(2)}, yardstick ${yardstickMs.toFixed(0)} ms`
  );
}

/** Proportional memory (PSS) of a process and all below it: shared pages count once. Linux only; bytes. */
export function memoryOfTree(rootPid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readProc(`/proc/${name}/stat`) : '';
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === rootPid) return true;
    return false;
  };
  let bytes = 0;
  for (const pid of parents.keys()) {
    const line = isBelow(pid) ? /^Pss:\s+(\d+)/m.exec(readProc(`/proc/${pid}/smaps_rollup`)) : null;
    bytes += Number(line?.[1] ?? 0) * 1024;
  }
  return bytes;
}

/** Empty where the process has ended meanwhile. */
function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
