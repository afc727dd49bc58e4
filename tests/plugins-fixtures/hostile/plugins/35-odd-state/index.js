(function () {
  var state$ = PEX.pluginAPI.createNewState(null);
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    [undefined, 7, 'x', [], { label: {} }, { icon: 5 }, { label: '34' }].forEach(function (x) { state$.next(x); });
  }
  PEX.pluginAPI.registerPlugin({ id: '35-odd-state', load: load, unload: unload, act: act, state$: state$ });
})();
