(function () {
  PEX.pluginAPI.registerPlugin({ id: '28-registers-twice', load: function () {}, unload: function () {} });
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '28-registers-twice', load: load, unload: unload, act: act });
})();
