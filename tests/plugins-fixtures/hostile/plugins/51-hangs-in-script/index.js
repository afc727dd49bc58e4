(function () {
  while (true);
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '51-hangs-in-script', load: load, unload: unload, act: act });
})();
