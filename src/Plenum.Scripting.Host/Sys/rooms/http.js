({ ask, failure }) => {
  const request = (method, options) => {
    const wish = typeof options === 'string' ? { url: options } : { ...options };
    if (method) wish.method = method;
    if (typeof wish.url !== 'string') throw failure('badRequest', 'url is required, a text');
    for (const [name, value] of Object.entries(wish.params ?? {})) wish.url += (wish.url.includes('?') ? '&' : '?') + encodeURIComponent(name) + '=' + encodeURIComponent(value);
    const body = wish.body;
    const json = body !== undefined && body !== null && typeof body !== 'string';
    const answer = ask('http.request', {
      method: wish.method ?? 'GET', url: wish.url, headers: wish.headers ?? {}, timeout: wish.timeout ?? null,
      body: body === undefined || body === null ? null : json ? JSON.stringify(body) : body, json,
    });
    if (/^application\/(?:[\w.-]+\+)?json\b/i.test(answer.headers['content-type'] ?? '')) {
      try { return { ...answer, body: JSON.parse(answer.text) }; } catch { return { ...answer, body: answer.text }; }
    }
    return { ...answer, body: answer.text };
  };
  const plain = (method) => (url, options) => request(method, typeof url === 'string' ? { ...options, url } : url);
  const full = (method) => (url, body, options) => request(method, typeof url === 'string' ? { ...options, url, body } : url);
  return { request: (options) => request(null, options), get: plain('GET'), head: plain('HEAD'), delete: plain('DELETE'), post: full('POST'), put: full('PUT'), patch: full('PATCH') };
}
