(function () {
  function load(participants$, conferenceDetails$) {
    conferenceDetails$.subscribe(function () { throw new Error('in conference'); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '12-throws-in-conference', load: load, unload: unload, act: act });
})();
