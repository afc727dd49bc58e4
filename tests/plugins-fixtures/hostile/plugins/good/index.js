(function () {
  var state$ = PEX.pluginAPI.createNewState({});
  var rosters = 0;
  var presses = 0;
  function load(participants$) {
    participants$.subscribe(function () {
      rosters++;
      show();
    });
  }
  function show() {
    state$.next({ label: 'good ' + rosters + ' ' + presses });
  }
  function act() {
    presses++;
    show();
    PEX.pluginAPI.sendRequest('unlock');
  }
  PEX.pluginAPI.registerPlugin({ id: 'good', load: load, unload: function () {}, act: act, state$: state$ });
})();
