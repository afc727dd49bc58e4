(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['11'] = rows['11'] || {});
  var state$ = PEX.pluginAPI.createNewState({});
  function load() { state$.next({ label: 'row 11' }); }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '11-no-label', load: load, unload: unload, act: function () {}, state$: state$ });
})();
