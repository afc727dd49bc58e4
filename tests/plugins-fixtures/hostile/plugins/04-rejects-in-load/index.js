(function () {
  function load(participants$, conferenceDetails$) {
    return Promise.reject(new Error('load rejected'));
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '04-rejects-in-load', load: load, unload: unload, act: act });
})();
