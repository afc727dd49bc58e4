import { isDeepStrictEqual } from 'node:util';

/** Expectations about an answer. Each returns what is wrong, or undefined. */
const shown = answer => `${answer.status} ${answer.text.slice(0, 300)}${answer.error ? ` (${answer.error.name}: ${answer.error.message.slice(0, 300)})` : ''}`;

/** 200, valid for the package, and the result is this one (or passes this test). */
export const succeeds = wanted => answer => {
  if (answer.error) return `threw: ${shown(answer)}`;
  if (answer.status !== 200) return `expected 200, got ${shown(answer)}`;
  if (answer.type !== 'application/json') return `content type is ${answer.type}, not exactly application/json`;
  const result = answer.json.result;
  if (typeof wanted === 'function') return wanted(result);
  return isDeepStrictEqual(result, wanted) ? undefined : `result is ${JSON.stringify(result)}, expected ${JSON.stringify(wanted)}`;
};

/** 403 in the API's own shape. A function that knows no 403 may throw, but only about the status. */
export const refused = text => answer => {
  if (answer.status !== 403) return `expected 403, got ${shown(answer)}`;
  if (answer.error && answer.error.message !== 'Unexpected status 403') return `threw: ${shown(answer)}`;
  if (answer.json?.status !== 'failed' || typeof answer.json.result !== 'string') return `not a refusal: ${shown(answer)}`;
  if (text !== undefined && answer.json.result !== text) return `refused with "${answer.json.result}", expected "${text}"`;
  return undefined;
};

/** One of these statuses, accepted by the package. */
export const answers = (...statuses) => answer => {
  if (answer.error) return `threw: ${shown(answer)}`;
  return statuses.includes(answer.status) ? undefined : `expected ${statuses.join(' or ')}, got ${shown(answer)}`;
};

/** This status with a failed text, accepted by the package. */
export const fails = (status, text) => answer => {
  if (answer.error || answer.status !== status) return `expected ${status}, got ${shown(answer)}`;
  if (answer.json?.status !== 'failed') return `not a refusal: ${shown(answer)}`;
  return text === undefined || answer.json.result === text ? undefined : `"${answer.json.result}", expected "${text}"`;
};

/** This status with a text that says something. */
export const says = status => answer =>
  answer.error || answer.status !== status || answer.text.length === 0 ? `expected ${status} with a text, got ${shown(answer)}` : undefined;
