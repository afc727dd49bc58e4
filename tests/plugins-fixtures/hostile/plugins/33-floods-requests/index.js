(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    for (var i = 0; i < 10000; i++) PEX.pluginAPI.sendRequest('participants/' + i + '/mute');
  }
  PEX.pluginAPI.registerPlugin({ id: '33-floods-requests', load: load, unload: unload, act: act });
})();
