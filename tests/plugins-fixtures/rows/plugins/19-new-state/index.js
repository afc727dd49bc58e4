(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['19'] = rows['19'] || {});
  var state$ = PEX.pluginAPI.createNewState({ label: 'first' });
  row.seen = [];
  function load() {
    state$.subscribe(function (state) { row.seen.push(state.label); });
    state$.next({ label: 'second' });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '19-new-state', load: load, unload: unload, state$: state$ });
})();
