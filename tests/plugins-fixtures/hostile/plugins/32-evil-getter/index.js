(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '32-evil-getter', load: load, unload: unload, act: act, get state$() { throw new Error('evil getter'); } });
})();
