(function () {
  throw new Error('at once');
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '01-throws-at-once', load: load, unload: unload, act: act });
})();
