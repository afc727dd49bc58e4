(function () {
  function load(participants$, conferenceDetails$) {
    participants$.pipe(function (source) { throw new Error('own operator'); }).subscribe();
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '15-throws-in-own-operator', load: load, unload: unload, act: act });
})();
