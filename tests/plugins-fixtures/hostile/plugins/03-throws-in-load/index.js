(function () {
  function load(participants$, conferenceDetails$) {
    throw new TypeError('in load');
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '03-throws-in-load', load: load, unload: unload, act: act });
})();
