import { which } from './paths.mjs';

/** Whether windows can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command as it is, or under a virtual display where there is none. */
export function withDisplay(command, size = '1920x1080x24') {
  if (hasDisplay() || which('xvfb-run') === null) return command;
  return ['xvfb-run', '-a', '-s', `-screen 0 ${size} -nolisten tcp`, ...command];
}
