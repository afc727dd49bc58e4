(function () {
  function load(participants$, conferenceDetails$) {
    while (true);
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '50-hangs-in-load', load: load, unload: unload, act: act });
})();
