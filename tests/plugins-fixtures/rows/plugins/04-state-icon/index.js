(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['04'] = rows['04'] || {});
  var state$ = PEX.pluginAPI.createNewState({});
  function load() { state$.next({ icon: 'assets/stop.svg#stop', label: 'row 04' }); }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '04-state-icon', load: load, unload: unload, act: function () {}, state$: state$ });
})();
