(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    null.x;
  }
  PEX.pluginAPI.registerPlugin({ id: '08-throws-in-action', load: load, unload: unload, act: act });
})();
