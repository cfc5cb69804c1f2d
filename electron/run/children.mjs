import { spawn } from 'node:child_process';
import { childEnv, root } from './paths.mjs';

/**
 * Runs a program to its end and passes interrupts on.
 * `quiet` keeps the output and returns it instead of showing it; `timeoutMs` ends the program.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, { env = {}, cwd = root, quiet = false, timeoutMs = 0 } = {}) {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: childEnv(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += String(error.message);
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** The npm that started this command, or the one on the PATH. */
export function npm(...args) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, script, ...args];
  return process.platform === 'win32' ? ['cmd.exe', '/c', 'npm', ...args] : ['npm', ...args];
}
