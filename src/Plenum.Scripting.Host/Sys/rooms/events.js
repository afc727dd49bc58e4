({ ask, failure, functionOf, textOf, wire, Text }) => ({
  triggerEvent: (name, given) => { ask('events.trigger', Text(name), given ?? null); },
  // Kept as text, like the callbacks of messages; called once, by whoever knows the key.
  registerCallback: (key, fn, given, options) => {
    ask('events.register', Text(key), textOf(fn, 'The callback'), wire(given ?? null), options?.ttl ?? null);
  },
  executeCallback: (key, ...more) => {
    const kept = ask('events.take', Text(key));
    if (kept === null) throw failure('notFound', 'There is no callback ' + Text(key));
    return functionOf(kept.source)(kept.given, ...more);
  },
})
