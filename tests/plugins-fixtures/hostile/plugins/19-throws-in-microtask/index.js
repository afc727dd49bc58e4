(function () {
  function load(participants$, conferenceDetails$) {
    queueMicrotask(function () { throw new Error('in microtask'); });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '19-throws-in-microtask', load: load, unload: unload, act: act });
})();
