({ ask, failure, wire }) => {
  const named = (key) => {
    if (typeof key !== 'string' || key.length === 0 || key.length > 500) throw failure('badRequest', 'A key is a text of 1 to 500 characters');
    return key;
  };
  const kept = (options) => ({ ttl: options?.ttl ?? null, encrypt: options?.encrypt === true });
  return {
    get: (key, options) => ask('storage.get', named(key), options?.decrypt === true),
    put: (key, value, options) => ask('storage.put', named(key), wire(value), kept(options)),
    putIfAbsent: (key, value, options) => ask('storage.putIfAbsent', named(key), wire(value), kept(options)),
    replace: (key, value, options) => ask('storage.replace', named(key), wire(value), kept(options)),
    remove: (key) => ask('storage.remove', named(key)),
    clear: () => { ask('storage.clear'); },
    // Beyond the original: steps that nobody comes between.
    increment: (key, by, options) => ask('storage.increment', named(key), by ?? 1, kept(options)),
    compareAndSet: (key, expected, value, options) => ask('storage.compareAndSet', named(key), wire(expected ?? null), wire(value), kept(options)),
    keys: (prefix) => ask('storage.keys', prefix ?? ''),
  };
}
