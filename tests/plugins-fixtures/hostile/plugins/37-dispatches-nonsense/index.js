(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    [null, undefined, 7, {}, { type: 7 }].forEach(function (x) { PEX.dispatchAction(x); });
  }
  PEX.pluginAPI.registerPlugin({ id: '37-dispatches-nonsense', load: load, unload: unload, act: act });
})();
