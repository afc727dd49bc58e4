import * as api from '@pexip/infinity-api';

const holds = (name, condition) => ({ name, check: async () => await condition() ? undefined : 'does not hold' });
const echo = (_, init) => Promise.resolve(Object.fromEntries(new Headers(init.headers)));

/** What the package exports beside its calls: used by the other scenarios, and checked to be what they take them for. */
export const tools = {
  withToken: [holds('adds the token header', async () => (await api.withToken(echo, 't1')('http://x', {})).token === 't1')],
  withPin: [holds('adds the pin header', async () => (await api.withPin(echo, '12')('http://x', {})).pin === '12')],
  getErrorCode: [holds('knows the texts that refusals use', () =>
    api.getErrorCode('Invalid role') === '#pex100' && api.getErrorCode('Invalid PIN') === '#pex101' &&
    api.getErrorCode('Invalid token') === '#pex113' && api.getErrorCode('Disconnected by another participant') === '#pex124')],
  ValidationError: [holds('is an error', () => new api.ValidationError([]) instanceof Error)],
  NonJSONResponseError: [holds('is an error', () => new api.NonJSONResponseError('text/html', '') instanceof Error)],
};
