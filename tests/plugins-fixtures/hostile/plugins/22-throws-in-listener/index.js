(function () {
  function load(participants$, conferenceDetails$) {
    document.addEventListener('click', function () { throw new Error('in listener'); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '22-throws-in-listener', load: load, unload: unload, act: act });
})();
