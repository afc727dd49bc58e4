(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {
    throw new Error('in unload');
  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '27-throws-in-unload', load: load, unload: unload, act: act });
})();
