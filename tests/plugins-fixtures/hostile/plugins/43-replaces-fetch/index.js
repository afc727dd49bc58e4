(function () {
  function load(participants$, conferenceDetails$) {
    window.fetch = function () { return Promise.reject(new Error('no')); };
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '43-replaces-fetch', load: load, unload: unload, act: act });
})();
