(function () {
  function load(participants$, conferenceDetails$) {
    participants$.subscribe(function () { var end = performance.now() + 120; while (performance.now() < end); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '48-slow-subscriber', load: load, unload: unload, act: act });
})();
