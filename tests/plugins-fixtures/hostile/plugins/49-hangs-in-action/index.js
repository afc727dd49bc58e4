(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    while (true);
  }
  PEX.pluginAPI.registerPlugin({ id: '49-hangs-in-action', load: load, unload: unload, act: act });
})();
