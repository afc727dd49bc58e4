import * as api from '@pexip/infinity-api';

/**
 * Calls one function of the package, its validators on, and keeps what came over the wire.
 * Functions that know only 200 throw at a refusal, so the answer is read from a copy of the response.
 */
export async function call(name, { fetcher = fetch, params, body, host }) {
  let wire;
  const recorded = async (input, init) => {
    const response = await fetcher(input, init);
    const copy = response.clone();
    wire = { status: copy.status, type: copy.headers.get('content-type'), text: await copy.text() };
    return response;
  };
  let value;
  let error;
  try {
    value = await api[name]({ fetcher: recorded, params, body, host });
  } catch (thrown) {
    error = thrown;
  }
  let json;
  try { json = JSON.parse(wire?.text ?? ''); } catch { json = undefined; }
  return { name, status: wire?.status ?? 0, type: wire?.type, text: wire?.text ?? '', json, value, error };
}
