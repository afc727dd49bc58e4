(function () {
  function load(participants$, conferenceDetails$) {
    return new Promise(function () {});
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '07-load-never-returns', load: load, unload: unload, act: act });
})();
