let made = 0;

/** The running server: its address, and conferences made to order through the admin API. */
export function server(url, password) {
  const authorization = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
  return {
    url,
    async conference(settings = {}) {
      const name = `check-${process.pid}-${Date.now().toString(36)}-${++made}`;
      const alias = `meet.${name}`;
      const wish = { name, aliases: [alias], kind: 'room', hostPin: '1234', guestPin: '4321', allowGuests: true, ...settings };
      for (const key of Object.keys(wish)) if (wish[key] === null) delete wish[key];
      const answer = await fetch(`${url}/api/admin/v1/conferences`, {
        method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(wish),
      });
      if (answer.status !== 201) throw new Error(`creating ${alias}: ${answer.status} ${await answer.text()}`);
      return alias;
    },
  };
}
