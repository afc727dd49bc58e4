(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    return Promise.reject(new Error('action rejected'));
  }
  PEX.pluginAPI.registerPlugin({ id: '09-rejects-in-action', load: load, unload: unload, act: act });
})();
