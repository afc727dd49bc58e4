(function () {
  function load(participants$, conferenceDetails$) {
    setTimeout(function () { while (true); }, 0);
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '52-hangs-in-timer', load: load, unload: unload, act: act });
})();
