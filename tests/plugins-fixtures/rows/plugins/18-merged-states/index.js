(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['18'] = rows['18'] || {});
  var state$ = PEX.pluginAPI.createNewState({});
  function load() {
    state$.next({ label: 'row 18 everybody', a: { label: 'row 18 a' }, b: { icon: null, label: null } });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '18-merged-states', load: load, unload: unload, act: function () {}, state$: state$ });
})();
