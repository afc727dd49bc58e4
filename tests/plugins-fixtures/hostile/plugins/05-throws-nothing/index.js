(function () {
  function load(participants$, conferenceDetails$) {
    throw undefined;
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '05-throws-nothing', load: load, unload: unload, act: act });
})();
