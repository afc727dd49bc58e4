// Evaluated in each new context before the script. What the host lends stays in here; scripts see sys, app, log and console.
// Everything that is needed after the script began is held from before, since the script may replace it. The rooms are the files
// beside this one; each gets the ground, and what it needs of it. What comes back is what goes on while answers are awaited.
(function (rooms) {
return function (call, write, end, read, ordered) {
  'use strict';
  const { parse, stringify } = JSON;
  const { apply, construct } = Reflect;
  const { defineProperty, hasOwn, keys } = Object;
  const { isArray } = Array;
  const [Text, Failure, Plain, Pledge] = [String, Error, Function, Promise];
  const [sourceOf, slice, split, join, push] = [Function.prototype.toString, String.prototype.slice, String.prototype.split, Array.prototype.join, Array.prototype.push];
  const order = parse(ordered);
  const context = parse(order.context);

  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];

  function failure(code, message, more) {
    const made = new Failure(message);
    defineProperty(made, 'name', { value: 'ScriptException', configurable: true });
    defineProperty(made, 'code', { value: code, configurable: true });
    if (more !== undefined) defineProperty(made, 'additionalInfo', { value: more, configurable: true });
    return made;
  }

  // Functions travel as their source, at any depth.
  function wire(value) {
    let text;
    try {
      text = stringify(value, (_, inner) => typeof inner === 'function' ? apply(sourceOf, inner, []) : inner);
    } catch (reason) {
      throw failure('badRequest', 'This cannot be sent as JSON: ' + worded(reason));
    }
    return text === undefined ? 'null' : text;
  }

  function ask(name, ...given) {
    const reply = parse(call(name, wire(given)));
    if (hasOwn(reply, 'code')) throw failure(reply.code, reply.message);
    return hasOwn(reply, 'value') ? parse(reply.value) : undefined;
  }

  function worded(value) {
    try {
      if (value instanceof Failure) return value.name + ': ' + value.message;
      if (typeof value === 'string') return value;
      if (typeof value === 'object' && value !== null) return stringify(value) ?? Text(value);
      return Text(value);
    } catch {
      return 'something that cannot be put into words';
    }
  }

  function line(level, parts) {
    const words = [];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      apply(push, words, [worded(part)]);
      if (i > 0 && part instanceof Failure && typeof part.stack === 'string') apply(push, words, ['\n' + part.stack]);
    }
    write(level, apply(join, words, [' ']));
  }

  // Whoever asks for what is not offered hears so by name; asking whether it is there does no harm.
  function missing(path) {
    return new Proxy(function () {}, {
      get: (_, key) => typeof key === 'symbol' || key === 'then' || key === 'toJSON' ? undefined : missing(path + '.' + key),
      apply: () => { throw failure('systemException', path + ' is not offered by this server'); },
      construct: () => { throw failure('systemException', path + ' is not offered by this server'); },
    });
  }

  function room(path, members) {
    return new Proxy(members, {
      get: (target, key) => hasOwn(target, key) ? target[key] : typeof key === 'symbol' || key === 'then' || key === 'toJSON' ? undefined : missing(path + '.' + key),
    });
  }

  class ScriptException {
    #code; #message;
    constructor(code, message) { this.#code = Text(code); this.#message = Text(message); }
    code() { return this.#code; }
    message() { return this.#message; }
    throw() { throw failure(this.#code, this.#message); }
  }

  const ground = { ask, failure, room, missing, record, functionOf, textOf, taken, asking, wire, worded, line, context, Text, Plain, ScriptException };
  const made = { __proto__: null };
  for (const name of keys(rooms)) made[name] = room('sys.' + name, rooms[name](ground));
  const sys = room('sys', made);

  globalThis.sys = sys;
  globalThis.app = libraries();
  for (const name of ['svc', 'pkg']) globalThis[name] = missing(name);
  globalThis.log = (...parts) => line('info', parts);
  globalThis.console = { debug: sys.logs.debug, log: sys.logs.info, info: sys.logs.info, warn: sys.logs.warn, error: sys.logs.error };

  // Callbacks are kept as text, so what has none, or is no function, is refused before anything is sent.
  function taken(message, alsoNames) {
    if (message === null || typeof message !== 'object' || isArray(message)) throw failure('badRequest', 'A message is an object');
    const [rest, callbacks, given] = [{ __proto__: null }, [], message.callbacks ?? {}];
    for (const key of keys(message)) if (key !== 'callbacks' && key !== 'onTimeout') rest[key] = message[key];
    if (typeof given !== 'object' || (isArray(given) && !alsoNames)) throw failure('badRequest', 'callbacks is an object with functions');
    if (isArray(given)) for (let i = 0; i < given.length; i++) apply(push, callbacks, [[Text(given[i]), '']]);
    else for (const key of keys(given)) apply(push, callbacks, [[key, textOf(given[key], 'The callback ' + key)]]);
    return [rest, callbacks, message.onTimeout === undefined ? '' : textOf(message.onTimeout, 'onTimeout')];
  }

  function textOf(fn, what) {
    if (typeof fn !== 'function') throw failure('badRequest', what + ' is not a function');
    const source = apply(sourceOf, fn, []);
    try { functionOf(source); } catch { throw failure('badRequest', what + ' cannot be kept as text'); }
    return source;
  }

  // What was asked of people is answered later, while nothing else of the script runs.
  const asked = { __proto__: null };
  let [open, failed] = [0, false];
  function asking(name, ...given) {
    return new Pledge((resolve, reject) => {
      asked[ask(name, ...given)] = { resolve, reject };
      open++;
    });
  }

  function goOn() {
    if (failed || open === 0) return false;
    const told = ask('ui.next');
    if (told === null) return false;
    const waits = asked[told.id];
    delete asked[told.id];
    open--;
    if (hasOwn(told, 'code')) waits.reject(failure(told.code, told.message));
    else waits.resolve(told.answer);
    return true;
  }

  // What scripts share is read when it is first asked for.
  function libraries() {
    const read1 = { __proto__: null };
    return new Proxy({}, {
      get: (_, name) => {
        if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
        if (name === 'endpoints') return missing('app.endpoints');
        if (name in read1) return read1[name].exports;
        const source = ask('app.library', name);
        if (source === null) throw failure('notFound', 'There is no library ' + name);
        const module = read1[name] = { exports: {} };
        apply(read('(function (exports, module) {' + source + '\n})', 'libraries/' + name), undefined, [module.exports, module]);
        return module.exports;
      },
    });
  }

  function trouble(thrown) {
    failed = true;
    const told = { code: 'unknownError', message: worded(thrown), stack: '', line: 0 };
    try {
      if (thrown instanceof ScriptException) [told.code, told.message] = [thrown.code(), thrown.message()];
      else if (thrown instanceof Failure) {
        told.code = typeof thrown.code === 'string' ? apply(slice, thrown.code, [0, 100]) : 'systemException';
        if (typeof thrown.stack === 'string') told.stack = thrown.stack;
        if (typeof thrown.line === 'number') told.line = thrown.line | 0;
      }
    } catch {
      told.message = 'something that cannot be put into words';
    }
    end('error', stringify(told));
  }

  function finish(value) {
    let text;
    try {
      text = wire(value);
    } catch (reason) {
      return trouble(reason);
    }
    end('value', text);
  }

  // The first reading that the engine takes; when it takes none, what was wrong with the first is told.
  function readings(texts) {
    let first;
    for (const text of texts) {
      try { return read(text); } catch (wrong) { first ??= wrong; }
    }
    throw first;
  }

  // The words in front stand on the script's own first line, so that its lines are counted as its author does.
  function body() {
    const head = '(' + apply(join, order.parameters ?? [], [', ']) + ') {';
    return readings(['(function ' + head + order.source + '\n})', '(async function ' + head + order.source + '\n})']);
  }

  // The text of a method has no word in front that makes it an expression.
  function functionOf(source) {
    const made = readings(['(' + source + '\n)', 'Object.values({' + source + '\n})[0]']);
    if (typeof made !== 'function') throw failure('badRequest', 'The source is not a function');
    return made;
  }

  function record(value) {
    if (value === null || typeof value !== 'object') return null;
    const at = (path) => {
      let found = value;
      for (const step of apply(split, Text(path), ['.'])) found = found === null || found === undefined ? undefined : found[step];
      return found ?? null;
    };
    return room('record', {
      id: () => value.id ?? null,
      label: () => value.label ?? value.name ?? null,
      isNew: () => false,
      toJson: () => parse(wire(value)),
      field: (path) => room('record.field', { val: () => at(path), isEmpty: () => at(path) === null || at(path) === '', isNotEmpty: () => at(path) !== null && at(path) !== '' }),
    });
  }

  function handed() {
    const all = parse(order.arguments);
    if (order.parameters?.[1] === 'record') all[1] = record(all[1]);
    const data = all[1];
    // Older scripts read the reply itself, newer ones its data; both find what they look for.
    if (order.reply && data !== null && typeof data === 'object' && !isArray(data) && !hasOwn(data, 'data'))
      defineProperty(data, 'data', { value: data, enumerable: false, configurable: true, writable: true });
    return all;
  }

  try {
    const result = apply(order.kind === 'Function' ? functionOf(order.source) : body(), undefined, handed());
    const then = result !== null && typeof result === 'object' ? result.then : undefined;
    if (typeof then === 'function') apply(then, result, [finish, trouble]);
    else finish(result);
  } catch (thrown) {
    trouble(thrown);
  }

  return goOn;
};
})
