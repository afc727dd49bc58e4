({ ask, room, wire, Text, Plain }) => {
  const hex = (name) => (message) => ask('crypto.hash', name, Text(message));
  const locked = (key, timeout, work) => {
    if (typeof timeout === 'function') [timeout, work] = [null, timeout];
    ask('concurrency.lock', Text(key), timeout ?? null, true);
    if (typeof work !== 'function') return undefined;
    try { return work(); } finally { ask('concurrency.unlock', Text(key)); }
  };
  const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
  const plain = (html) => Text(html)
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr|h[1-6])\s*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, ten, sixteen, name) =>
      name ? named[name.toLowerCase()] : (ten ? +ten : parseInt(sixteen, 16)) <= 0x10ffff ? String.fromCodePoint(ten ? +ten : parseInt(sixteen, 16)) : all)
    .trim();
  const tokens = (text) => {
    const found = {};
    for (const [, name, given] of Text(text).matchAll(/#([A-Za-z]\w*)(?::([^\s#]+))?/g)) {
      const values = given === undefined ? [true] : given.split(',');
      const all = Object.hasOwn(found, name) ? [].concat(found[name], values) : values;
      found[name] = all.length === 1 ? all[0] : all;
    }
    return found;
  };
  return {
    script: room('sys.utils.script', {
      wait: (ms) => { const long = +ms; if (long > 0) ask('script.wait', long); },
      eval: (code, given) => new Plain('context', Text(code)).call(given, given),
    }),
    text: room('sys.utils.text', {
      stringify: (value) => wire(value),
      findTokens: tokens,
      htmlToText: plain,
      textToHtml: (text) => Text(text).replace(/[&<>"']/g, (letter) => escapes[letter]).replace(/\r?\n/g, '<br>'),
      markdownToHtml: (text) => ask('text.markdownToHtml', Text(text)),
    }),
    base64: room('sys.utils.base64', {
      encode: (text) => ask('base64.encode', Text(text)),
      decode: (text) => ask('base64.decode', Text(text)),
    }),
    crypto: room('sys.utils.crypto', {
      sha1: hex('sha1'), sha256: hex('sha256'), sha512: hex('sha512'),
      sha3: (message, bits) => ask('crypto.hash', 'sha3', Text(message), bits ?? 256),
      keccak: (message, bits) => ask('crypto.hash', 'keccak', Text(message), bits ?? 256),
      hmac: (key, message, options) => ask('crypto.hmac', Text(key), Text(message), options?.algorithm ?? 'sha256', options?.encoding ?? 'hex'),
      uuid: () => ask('crypto.uuid'),
      random: (bytes) => ask('crypto.random', bytes ?? 16),
    }),
    concurrency: room('sys.utils.concurrency', {
      lock: locked,
      tryLock: (key, timeout) => ask('concurrency.lock', Text(key), timeout ?? 0, false),
      unlock: (key) => { ask('concurrency.unlock', Text(key)); },
      forceUnlock: (key) => { ask('concurrency.forceUnlock', Text(key)); },
    }),
  };
}
