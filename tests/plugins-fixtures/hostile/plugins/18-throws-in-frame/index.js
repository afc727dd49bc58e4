(function () {
  function load(participants$, conferenceDetails$) {
    requestAnimationFrame(function () { throw new Error('in frame'); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '18-throws-in-frame', load: load, unload: unload, act: act });
})();
