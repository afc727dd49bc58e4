(function () {
  function load(participants$, conferenceDetails$) {
    window.leaked1 = 1;
    leaked2 = 2;
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '44-leaks-globals', load: load, unload: unload, act: act });
})();
