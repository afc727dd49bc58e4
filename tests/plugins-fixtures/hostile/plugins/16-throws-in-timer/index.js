(function () {
  function load(participants$, conferenceDetails$) {
    setTimeout(function () { throw new Error('in timer'); }, 5);
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '16-throws-in-timer', load: load, unload: unload, act: act });
})();
