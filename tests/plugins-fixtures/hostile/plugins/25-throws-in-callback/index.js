(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    PEX.pluginAPI.sendRequest('lock', null, function () { throw new Error('in callback'); });
  }
  PEX.pluginAPI.registerPlugin({ id: '25-throws-in-callback', load: load, unload: unload, act: act });
})();
