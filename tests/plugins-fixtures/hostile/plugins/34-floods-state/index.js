(function () {
  var state$ = PEX.pluginAPI.createNewState({});
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    for (var i = 0; i < 10000; i++) state$.next({ label: 'state ' + i });
  }
  PEX.pluginAPI.registerPlugin({ id: '34-floods-state', load: load, unload: unload, act: act, state$: state$ });
})();
