(function () {
  function load(participants$, conferenceDetails$) {
    participants$.subscribe(function () { throw new Error('in participants'); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '11-throws-in-participants', load: load, unload: unload, act: act });
})();
