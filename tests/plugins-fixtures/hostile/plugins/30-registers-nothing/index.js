(function () {
  PEX.pluginAPI.registerPlugin('me');
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {

  }
})();
