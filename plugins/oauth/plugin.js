// Sends somebody to another service to sign in, in a window of its own, and calls userConnected with the code that it gives. The code is
// turned into tokens by the script on the server, which alone has the secret; codeVerifier is what it needs for that besides the code.
(function () {
  'use strict';

  const patience = 10 * 60 * 1000;
  const random = () => [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64Url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  service.connectUser = async function (message) {
    const settings = { ...service.configuration, ...message.config };
    const fail = (why) => service.callback(message, 'fail', { reason: why });
    if (!/^https?:$/.test(URL.parse(settings.authorizationUrl)?.protocol ?? '')) return fail('authorizationUrl is no address');
    const [state, codeVerifier] = [random(), random()];
    const redirectUri = settings.redirectUri || new URL('/static/plenum/signed-in.html', location.origin).href;
    const address = new URL(settings.authorizationUrl);
    const asked = {
      response_type: 'code', client_id: settings.clientId, redirect_uri: redirectUri, scope: settings.scope, state,
      code_challenge: base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier)))), code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(asked)) if (value) address.searchParams.set(name, value);

    // The page that the other service leads back to lies on this server and says on this channel what it was given.
    const channel = new BroadcastChannel('plenum-signed-in');
    const over = setTimeout(() => done(() => fail('nobody signed in')), patience);
    const done = (then) => {
      clearTimeout(over);
      channel.close();
      then();
    };
    channel.addEventListener('message', ({ data }) => {
      if (data?.state !== state) return;
      done(() => (data.code ? service.callback(message, 'userConnected', { code: data.code, redirectUri, codeVerifier }) : fail(String(data.error || 'refused'))));
    });
    const opened = window.open(address, '_blank', 'popup,width=520,height=720');
    if (opened) return;
    // Browsers open windows for people, not for messages: so it is offered.
    const link = Object.assign(document.createElement('a'), { href: address, target: '_blank', textContent: message.label || address.host });
    link.style.cssText = 'position: fixed; inset: auto auto 16px 50%; translate: -50% 0; z-index: 1001; padding: 10px 18px; border-radius: 999px; background: var(--pl-accent, #0a6b5a); color: var(--pl-on-accent, #fff); font: 650 0.9375rem var(--pl-font, system-ui, sans-serif); text-decoration: none';
    link.addEventListener('click', () => setTimeout(() => link.remove()));
    document.getElementById('applicationHost').append(link);
  };
})();
