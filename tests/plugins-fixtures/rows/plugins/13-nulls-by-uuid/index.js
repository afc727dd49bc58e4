(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['13'] = rows['13'] || {});
  var state$ = PEX.pluginAPI.createNewState({});
  function load(participants$) {
    participants$.subscribe(function (participants) {
      var state = {};
      participants.forEach(function (p) { state[p.uuid] = p.role === 'guest' ? { icon: 'x.svg#x', label: 'row 13 ' + p.name } : { icon: null, label: null }; });
      state$.next(state);
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '13-nulls-by-uuid', load: load, unload: unload, act: function (participant) { row.participant = participant; }, state$: state$ });
})();
