(function () {
  function load(participants$, conferenceDetails$) {
    for (var i = 0; i < 100; i++) { var d = document.createElement('div'); d.className = 'leak'; document.body.appendChild(d); }
    var s = document.createElement('style'); s.textContent = '.leak{}'; document.head.appendChild(s);
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '46-leaks-elements', load: load, unload: unload, act: act });
})();
