import { configureGlobal } from 'fast-check';

/**
 * Generated cases are the same in every run, so that a red run says something about the change at hand; another
 * TEST_SEED looks elsewhere.
 */
configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20_260_041) });
