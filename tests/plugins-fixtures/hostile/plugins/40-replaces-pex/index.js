(function () {
  function load(participants$, conferenceDetails$) {
    window.PEX = {};
    PEX.pluginAPI = null;
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '40-replaces-pex', load: load, unload: unload, act: act });
})();
