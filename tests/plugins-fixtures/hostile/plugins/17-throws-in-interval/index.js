(function () {
  function load(participants$, conferenceDetails$) {
    setInterval(function () { throw new Error('in interval'); }, 5);
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '17-throws-in-interval', load: load, unload: unload, act: act });
})();
