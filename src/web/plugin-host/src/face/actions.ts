import { actionTypes } from '@plenum/meeting';

/** The names under `PEX.actions`; the strings are what plugins compare with. A plugin may not change them for the others. */
export const actionNames: Readonly<Record<string, string>> = Object.freeze({ ...actionTypes });
