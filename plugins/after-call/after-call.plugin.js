/** After the call: leads whoever leaves to a page of the organisation, such as a survey. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/after-call/', document.baseURI).href;

  const defaults = {
    "address": "",
    "hostAddress": "",
    "leastMinutes": 0,
    "newTab": false
  };

  /** What the administrator chose; whatever is missing, or of another kind than its default, stays at its default. */
  async function readSettings() {
    try {
      const answer = await fetch(new URL('settings.json', own));
      if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
      const given = await answer.json();
      const kind = (value) => (Array.isArray(value) ? 'array' : typeof value);
      return Object.fromEntries(Object.entries(defaults).map(([name, usual]) => [name, kind(given[name]) === kind(usual) ? given[name] : usual]));
    } catch (reason) {
      console.info(`after-call: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  let subscriptions = [];
  let chosen = defaults;
  /** Who has been inside where and since when; only they are led anywhere. */
  let stay = null;

  async function load() {
    stay = null;
    subscriptions = [
      PEX.actions$.ofType('[Conference] Connect Success').subscribe(({ payload }) => {
        stay = { conference: payload.alias, name: payload.displayName, role: payload.joinRole === 'HOST' ? 'host' : 'guest', since: Date.now() };
      }),
      PEX.actions$.ofType('[Conference] Disconnect Success').subscribe(leave),
    ];
    chosen = await settings;
  }

  function unload() {
    subscriptions.forEach((subscription) => subscription.unsubscribe());
    subscriptions = [];
    stay = null;
  }

  /** The address with everything filled in, or why there is none. Only pages are led to: nothing that would run here. */
  function addressFor({ conference, name, role }, minutes) {
    const template = (role === 'host' && chosen.hostAddress) || chosen.address;
    if (!template) return null;
    const places = { conference, name, role, minutes };
    const filled = template.replace(/\{(conference|name|role|minutes)\}/g, (_, place) => encodeURIComponent(places[place]));
    try {
      const address = new URL(filled);
      if (address.protocol === 'https:' || address.protocol === 'http:') return address.href;
    } catch (reason) {
      console.warn(`after-call: ${template} is no address (${reason.message})`);
      return null;
    }
    console.warn(`after-call: ${template} is not the address of a page`);
    return null;
  }

  function leave() {
    if (!stay) return;
    const minutes = Math.floor((Date.now() - stay.since) / 60000);
    const address = minutes < chosen.leastMinutes ? null : addressFor(stay, minutes);
    stay = null;
    if (!address) return;
    if (chosen.newTab && window.open(address, '_blank', 'noopener')) return;
    location.assign(address);
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-after-call', load, unload });
})();
