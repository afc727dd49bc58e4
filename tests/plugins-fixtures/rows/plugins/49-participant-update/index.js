(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['49'] = rows['49'] || {});
  function load() {
    PEX.actions$.ofType('PexRTC: participant_update').subscribe(function (action) { row.raw = action.payload; });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '49-participant-update', load: load, unload: unload });
})();
