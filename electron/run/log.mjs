// One line per fact, so that a log of a set-up can be read at a glance.

const started = Date.now();

/** Prints one line with the seconds since the command began. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${text}`);
}

/** A failure whose message is all the user needs: printed without a stack. */
export class Stop extends Error {}

/** Runs a command's main function; a Stop ends it with its words and exit code 1. */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
