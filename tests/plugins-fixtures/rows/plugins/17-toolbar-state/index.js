(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['17'] = rows['17'] || {});
   
  var state$ = PEX.pluginAPI.createNewState({ label: 'row 17 off' });
  function load() {}
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '17-toolbar-state', load: load, unload: unload, act: function () { state$.next({ icon: 'x.svg#x', label: 'row 17 on' }); }, state$: state$ });
})();
