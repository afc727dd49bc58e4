(function () {
  function load(participants$, conferenceDetails$) {
    Promise.resolve().then(function () { throw new Error('nobody listens'); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '20-unhandled-rejection', load: load, unload: unload, act: act });
})();
