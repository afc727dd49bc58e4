(function () {
  function load(participants$, conferenceDetails$) {
    participants$.filter(function () { throw new Error('in operator'); }).subscribe();
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '14-throws-in-operator', load: load, unload: unload, act: act });
})();
