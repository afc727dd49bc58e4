/** One event stream read with fetch: keeps every event, and waits for the one that matches. */
export async function openStream(url, alias, token) {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/client/v2/conferences/${alias}/events?token=${token}`, {
    headers: { accept: 'text/event-stream' }, signal: stop.signal,
  });
  if (response.status !== 200) throw new Error(`events: ${response.status}`);
  const events = [];
  const waiters = new Set();
  const reading = read(response.body, event => {
    events.push(event);
    for (const waiter of waiters) waiter();
  }).catch(() => {});
  return {
    events,
    next(type, matches = () => true, withinMs = 5000) {
      const find = () => events.find(event => event.type === type && matches(event.data));
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => { waiters.delete(look); reject(new Error(`no ${type} within ${withinMs} ms`)); }, withinMs);
        function look() {
          const found = find();
          if (!found) return;
          clearTimeout(late);
          waiters.delete(look);
          resolve(found.data);
        }
        waiters.add(look);
        look();
      });
    },
    async close() { stop.abort(); await reading; },
  };
}

async function read(body, take) {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const frames = (rest + chunk).split(/\r?\n\r?\n/);
    rest = frames.pop();
    for (const frame of frames) {
      const field = name => frame.split(/\r?\n/).filter(line => line.startsWith(`${name}:`))
        .map(line => line.slice(name.length + 1).trimStart()).join('\n');
      const type = field('event');
      if (type) take({ type, data: JSON.parse(field('data') || 'null') });
    }
  }
}
