(function () {
  function load(participants$, conferenceDetails$) {
    for (var i = 0; i < 1000; i++) window.document.addEventListener('mousemove', function () {});
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '45-leaks-listeners', load: load, unload: unload, act: act });
})();
